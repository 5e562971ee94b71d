const MAXIMUM = 500;

/**
 * @param {Request} request
 * @param {{ env: { CENT_PER_DAG?: string } }} context
 */
export default function boete(request, context) {
  const dagen = new URL(request.url).searchParams.get('dagen');
  if (!dagen) return Response.json({ fout: 'Hoeveel dagen?' }, { status: 400 });
  const cent = Number(dagen) * Number(context.env.CENT_PER_DAG);
  return Response.json({ cent: Math.max(0, Math.min(cent, MAXIMUM)) });
}
