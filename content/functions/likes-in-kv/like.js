/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function like(request, context) {
  const likes = (await context.kv.get('likes')) ?? 0;
  if (request.method === 'GET') return Response.json({ likes });

  await keur();
  await context.kv.put('likes', likes + 1);
  return Response.json({ likes: likes + 1 }, { status: 201 });
}

/** Doet alsof: kijkt 200 ms of deze like echt is. */
async function keur() {
  await new Promise((klaar) => setTimeout(klaar, 200));
}
