/** @param {Request} request */
export default async function lees(request) {
  let aanroepen = 0;
  let betaaldeMs = 0;
  let gbSeconden = 0;
  for (const regel of (await request.text()).split('\n')) {
    if (!regel.startsWith('REPORT')) continue;
    const ms = Number(/Billed Duration: ([\d.]+) ms/.exec(regel)?.[1] ?? 0);
    const mb = Number(/Memory Size: (\d+) MB/.exec(regel)?.[1] ?? 0);
    aanroepen += 1;
    betaaldeMs += ms;
    gbSeconden += (mb / 1024) * (ms / 1000);
  }
  return Response.json({ aanroepen, betaaldeMs, gbSeconden });
}
