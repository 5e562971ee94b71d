/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function beantwoord(request, context) {
  const { SLEUTEL, HERKOMST = '' } = context.env;
  const { method } = request;
  const { pathname } = new URL(request.url);
  const headers = {
    'access-control-allow-origin': HERKOMST,
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'content-type, x-sleutel',
  };

  // Een browser vraagt eerst of een pagina dit mag. Daar gaat geen sleutel mee.
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers });

  if (method === 'GET' && pathname === '/taken') {
    const bewaard = await context.kv.list('taak/');
    const taken = bewaard.map(({ value }) => value);
    return Response.json(taken, { headers });
  }

  if (!SLEUTEL || request.headers.get('x-sleutel') !== SLEUTEL) {
    console.warn(`geweigerd: ${method} ${pathname}`);
    return Response.json({ fout: 'Zonder sleutel verander je niets.' }, { status: 401, headers });
  }

  if (method === 'POST' && pathname === '/taken') {
    const { tekst } = await request.json();
    if (!tekst) return Response.json({ fout: 'Een taak heeft een tekst nodig.' }, { status: 400, headers });
    const taak = { id: crypto.randomUUID(), tekst };
    await context.kv.put(`taak/${taak.id}`, taak);
    console.log(`bewaard: ${taak.id}`);
    return Response.json(taak, { status: 201, headers });
  }

  if (method === 'DELETE' && pathname.startsWith('/taken/')) {
    await context.kv.delete(`taak/${pathname.slice('/taken/'.length)}`);
    return new Response(null, { status: 204, headers });
  }

  return Response.json({ fout: 'Dit adres bestaat niet.' }, { status: 404, headers });
}
