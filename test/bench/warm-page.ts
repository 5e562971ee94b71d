/** The page of the warm bench: the lab that every playground runs on, without the playground. */
import { deploymentsOf } from '../../src/playground/model/deploying.ts';
import { openBrowserLab } from '../../src/playground/model/open-lab.ts';
import { sampleOf } from '../playground/a-sample.ts';

const request = { method: 'GET', url: 'https://bench.functie.test/', headers: [], body: null };

const sample = sampleOf(
  [{ name: 'bench', entry: 'bench.js', grants: [], trigger: { type: 'http', routes: null } }],
  { files: [{ path: 'bench.js', text: "export default () => new Response('dag');" }] },
);

async function openEngine() {
  const { engine } = await openBrowserLab(sample);
  for (const deployment of deploymentsOf(sample, { ...sample, cron: null })) engine.deploy(deployment);
  const { status } = await engine.invoke('bench', request);
  if (status !== 200) throw new Error(`The bench's function answered ${status}`);
  return engine;
}

/** @returns ms from asking the engine until its promise is kept, of a run in each of `series` series of `rounds` */
async function warmRuns(series: number, rounds: number): Promise<number[]> {
  const engine = await openEngine();
  const times: number[] = [];
  for (let at = 0; at < series; at += 1) {
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1) await engine.invoke('bench', request);
    times.push((performance.now() - started) / rounds);
  }
  engine.dispose();
  return times;
}

/**
 * Callers who each send their next request when they have an answer.
 *
 * @returns answers a second
 */
async function warmThroughput(callers: number, callsEach: number): Promise<number> {
  const engine = await openEngine();
  const call = async (times: number) => {
    for (let nth = 0; nth < times; nth += 1) {
      const { status } = await engine.request(request);
      if (status !== 200) throw new Error(`The bench's function answered ${status}`);
    }
  };
  const all = (times: number) => Promise.all(Array.from({ length: callers }, () => call(times)));
  // Every caller's instance is warm before the time starts.
  await all(5);
  const started = performance.now();
  await all(callsEach);
  const seconds = (performance.now() - started) / 1_000;
  engine.dispose();
  return (callers * callsEach) / seconds;
}

Object.assign(globalThis, { warmRuns, warmThroughput });
