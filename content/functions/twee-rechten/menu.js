/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function menu(request, context) {
  const { searchParams } = new URL(request.url);

  // Van het testen nog, en vergeten weg te halen.
  if (searchParams.has('wis')) {
    const facturen = await context.bucket.list('facturen/');
    for (const { key } of facturen) await context.bucket.delete(key);
    return Response.json({ gewist: facturen.length });
  }

  return Response.json({ vandaag: await context.kv.get('menu') });
}
