const MAXIMUM = 500;

/**
 * Wat een lener betaalt die een boek te laat terugbrengt.
 *
 * @param {Request} request
 * @param {{ env: { CENT_PER_DAG?: string } }} context
 */
export default function boete(request, context) {
  const { searchParams } = new URL(request.url);
  const dagen = Number(searchParams.get('dagen'));
  const cent = dagen * Number(context.env.CENT_PER_DAG ?? 0);
  return Response.json({ cent: Math.min(cent, MAXIMUM) });
}
