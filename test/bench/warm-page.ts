/** The page of the warm bench: the lab that every playground runs on, without the playground. */
import { openBrowserLab } from '../../src/playground/lab.ts';

const request = { method: 'GET', url: 'https://bench.functie.test/', headers: [], body: null };

/** @returns ms from asking the engine until its promise is kept, of a run in each of `series` series of `rounds` */
async function warmRuns(series: number, rounds: number): Promise<number[]> {
  const { engine } = openBrowserLab();
  engine.deploy({
    functionName: 'bench',
    files: [{ path: 'bench.js', text: "export default () => new Response('dag');" }],
    entry: 'bench.js',
    memoryMb: 128,
    timeoutMs: 3_000,
    idleTimeoutMs: 30_000,
    concurrencyLimit: 10,
  });
  await engine.invoke('bench', request);
  const times: number[] = [];
  for (let at = 0; at < series; at += 1) {
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      const { status } = await engine.invoke('bench', request);
      if (status !== 200) throw new Error(`The bench's function answered ${status}`);
    }
    times.push((performance.now() - started) / rounds);
  }
  engine.dispose();
  return times;
}

Object.assign(globalThis, { warmRuns });
