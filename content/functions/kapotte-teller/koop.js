/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function koop(_request, context) {
  const over = (await context.kv.get('kaarten')) ?? 5;
  await keurBetaling();
  if (over === 0) return Response.json({ fout: 'Uitverkocht' }, { status: 409 });
  await context.kv.put('kaarten', over - 1);
  return Response.json({ over: over - 1 }, { status: 201 });
}

/** Vraagt de bank of de betaling goed is. */
async function keurBetaling() {
  await fetch('https://bank.example/betalingen', { method: 'POST' });
}
