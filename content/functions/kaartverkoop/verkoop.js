export default async function verkoop() {
  await betaal();
  return Response.json({ kaartje: 'betaald' }, { status: 201 });
}

/** Doet alsof: de bank antwoordt na een halve seconde. */
async function betaal() {
  await new Promise((klaar) => setTimeout(klaar, 500));
}
