/** @type {{ id: number, tekst: string }[]} */
let taken = [];
let volgendId = 1;

/** @param {Request} request */
export default async function beantwoord(request) {
  const { method } = request;
  const { pathname } = new URL(request.url);

  if (method === 'GET' && pathname === '/taken') return Response.json(taken);

  if (method === 'POST' && pathname === '/taken') {
    const { tekst } = await request.json();
    if (!tekst) return Response.json({ fout: 'Een taak heeft een tekst nodig.' }, { status: 400 });
    const taak = { id: volgendId, tekst };
    volgendId += 1;
    taken.push(taak);
    return Response.json(taak, { status: 201 });
  }

  if (method === 'DELETE' && pathname.startsWith('/taken/')) {
    const id = Number(pathname.slice('/taken/'.length));
    taken = taken.filter((taak) => taak.id !== id);
    return new Response(null, { status: 204 });
  }

  return Response.json({ fout: 'Dit adres bestaat niet.' }, { status: 404 });
}
