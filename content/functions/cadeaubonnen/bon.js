const SLEUTEL = 'winkel-2026';

/** @type {Map<string, number>} */
const bonnen = new Map();

/** @param {Request} request */
export default async function bon(request) {
  const { pathname } = new URL(request.url);

  if (request.method === 'GET') {
    const code = pathname.slice('/bonnen/'.length);
    const bedrag = bonnen.get(code);
    if (bedrag === undefined) return Response.json({ fout: 'Deze bon bestaat niet.' }, { status: 404 });
    return Response.json({ code, bedrag });
  }

  const sleutel = request.headers.get('x-sleutel');
  console.log(`nieuwe bon, met sleutel ${sleutel}`);
  if (sleutel !== SLEUTEL) return Response.json({ fout: 'Verkeerde sleutel.' }, { status: 401 });

  const { code, bedrag } = await request.json();
  if (bonnen.has(code)) return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
  bonnen.set(code, bedrag);
  return Response.json({ code, bedrag }, { status: 201 });
}
