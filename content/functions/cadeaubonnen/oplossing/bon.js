/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bon(request, context) {
  const { SLEUTEL } = context.env;
  const { pathname } = new URL(request.url);

  if (request.method === 'GET') {
    const code = pathname.slice('/bonnen/'.length);
    const bedrag = await context.kv.get(`bon/${code}`);
    if (bedrag === null) return Response.json({ fout: 'Deze bon bestaat niet.' }, { status: 404 });
    return Response.json({ code, bedrag });
  }

  if (!SLEUTEL || request.headers.get('x-sleutel') !== SLEUTEL) {
    console.warn('geweigerd: verkeerde sleutel');
    return Response.json({ fout: 'Verkeerde sleutel.' }, { status: 401 });
  }

  const { code, bedrag } = await request.json();
  const isNieuw = await context.kv.put(`bon/${code}`, bedrag, { ifVersion: null });
  if (!isNieuw) return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
  console.log(`nieuwe bon: ${code}`);
  return Response.json({ code, bedrag }, { status: 201 });
}
