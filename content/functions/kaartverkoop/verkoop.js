export default async function verkoop() {
  await betaal();
  return Response.json({ kaartje: 'betaald' }, { status: 201 });
}

/** Vraagt de bank om te betalen. Die antwoordt na een halve seconde. */
async function betaal() {
  await fetch('https://bank.example/betalingen', { method: 'POST' });
}
