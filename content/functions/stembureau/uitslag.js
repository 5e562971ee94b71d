/**
 * @param {Request} _request
 * @param {Context} _context
 */
export default async function uitslag(_request, _context) {
  return Response.json({});
}
