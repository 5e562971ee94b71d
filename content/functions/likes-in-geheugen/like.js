let likes = 0;

/** @param {Request} request */
export default async function like(request) {
  if (request.method === 'GET') return Response.json({ likes });

  await keur();
  likes += 1;
  return Response.json({ likes }, { status: 201 });
}

/** Doet alsof: kijkt 200 ms of deze like echt is. */
async function keur() {
  await new Promise((klaar) => setTimeout(klaar, 200));
}
