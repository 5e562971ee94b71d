const MEESTE_POGINGEN = 25;

/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function koop(_request, context) {
  await keurBetaling();
  for (let poging = 1; poging <= MEESTE_POGINGEN; poging += 1) {
    const { value, version } = await context.kv.getWithVersion('kaarten');
    const over = value ?? 5;
    if (over === 0) return Response.json({ fout: 'Uitverkocht' }, { status: 409 });
    if (await context.kv.put('kaarten', over - 1, { ifVersion: version })) {
      return Response.json({ over: over - 1 }, { status: 201 });
    }
  }
  return Response.json({ fout: 'Te druk. Probeer het straks opnieuw.' }, { status: 503 });
}

/** Vraagt de bank of de betaling goed is. */
async function keurBetaling() {
  await fetch('https://bank.example/betalingen', { method: 'POST' });
}
