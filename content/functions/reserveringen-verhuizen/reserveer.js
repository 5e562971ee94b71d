/** @type {{ tijd: string, naam: string }[]} */
const reserveringen = [];

/**
 * @param {Request} request
 * @param {Context} _context
 */
export default async function reserveer(request, _context) {
  if (request.method === 'GET') return Response.json(reserveringen);
  const { tijd, naam } = await request.json();
  reserveringen.push({ tijd, naam });
  return Response.json({ tijd, naam }, { status: 201 });
}
