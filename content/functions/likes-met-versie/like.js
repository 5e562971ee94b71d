const MEESTE_POGINGEN = 25;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function like(request, context) {
  if (request.method === 'GET') {
    return Response.json({ likes: (await context.kv.get('likes')) ?? 0 });
  }

  await keur();
  for (let poging = 1; poging <= MEESTE_POGINGEN; poging += 1) {
    const { value, version } = await context.kv.getWithVersion('likes');
    const likes = (value ?? 0) + 1;
    const isGelukt = await context.kv.put('likes', likes, { ifVersion: version });
    console.log(`poging ${poging}: ${isGelukt ? `opgeslagen, nu ${likes}` : 'iemand was me voor'}`);
    if (isGelukt) return Response.json({ likes }, { status: 201 });
  }
  return Response.json({ fout: 'Te druk. Probeer het straks opnieuw.' }, { status: 503 });
}

/** Vraagt een dienst of deze like echt is. Die doet daar 200 ms over. */
async function keur() {
  await fetch('https://keuring.example/likes', { method: 'POST' });
}
