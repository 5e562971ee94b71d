/** The same month on servers: each plan once, with the calls of the month, and enough of them wait no longer than the function. */
import { expect, test } from 'vitest';
import { startRun } from '../../src/simulation/index.ts';
import type { News } from '../../src/traffic/protocol.ts';
import { scenarioOf } from '../../src/traffic/scenario-of.ts';
import { runServers, type ServersDone } from '../../src/traffic/servers/run-servers.ts';
import { createServersRun } from '../../src/traffic/servers/servers-run.ts';
import type { WorkerOfRun } from '../../src/traffic/side-run.ts';
import { findStory, stateOf } from '../../src/traffic/stories.ts';

const DAY_MS = 86_400_000;

function ticketSale() {
  const story = findStory('kaartverkoop');
  if (story === undefined) throw new Error('the ticket sale is a story');
  const state = stateOf(story, 1);
  return { ...scenarioOf(state, state.settings, { tariffs: [], trace: null }), untilMs: 13 * DAY_MS };
}

test('one server, enough of them and an autoscaler meet the calls that the function met', () => {
  const scenario = ticketSale();
  const run = startRun(scenario);
  while (!run.advance(1_000_000)) {}
  const { total, rejected, waitMs } = run.result();
  const done: ServersDone[] = [];
  const asked = { perServer: 10, waitMs: waitMs.p99, rejectedShare: rejected / total };
  runServers(scenario, asked, (one) => done.push(one));
  expect(done.map(({ plan }) => plan)).toEqual(['one', 'enough', 'scaled']);
  const [one, enough, scaled] = done.map(({ result }) => result);
  // The function's run goes on to the first event after its end.
  for (const result of [one, enough, scaled])
    expect(Math.abs((result?.total ?? 0) - total)).toBeLessThanOrEqual(1);
  expect(one?.rejected).toBeGreaterThan(enough?.rejected ?? 0);
  expect(enough?.waitMs.p99).toBeLessThanOrEqual(waitMs.p99);
  expect((enough?.rejected ?? 1) / total).toBeLessThanOrEqual(rejected / total);
  // An autoscaler is late: the sale is over before its servers are there.
  expect(scaled?.rejected).toBeGreaterThan(enough?.rejected ?? 0);
  expect(scaled?.serverMs).toBeLessThan(enough?.serverMs ?? 0);
});

test('what a worker tells is kept, one that breaks off is told, and clearing ends one that runs', () => {
  const workers: { isEnded: boolean; fail: () => void; tell: (news: News) => void }[] = [];
  const servers = createServersRun(() => {
    const worker = {
      isEnded: false,
      onmessage: null as WorkerOfRun['onmessage'],
      onerror: null as WorkerOfRun['onerror'],
      postMessage: () => {},
      terminate() {
        worker.isEnded = true;
      },
      tell: (data: News) =>
        worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent<News>),
      fail: () => worker.onerror?.call(worker as unknown as Worker, new Event('error') as ErrorEvent),
    };
    workers.push(worker);
    return worker as unknown as WorkerOfRun;
  });
  const asked = { perServer: 1, waitMs: 0, rejectedShare: 0 };
  servers.run(ticketSale(), asked);
  workers[0]?.fail();
  expect([servers.status.value, workers[0]?.isEnded]).toEqual(['failed', true]);
  servers.run(ticketSale(), asked);
  const done = { plan: 'one' } as ServersDone;
  workers[1]?.tell({ type: 'servers', done });
  expect([servers.status.value, servers.plans.value]).toEqual(['running', [done]]);
  workers[1]?.tell({ type: 'ended' });
  expect([servers.status.value, workers[1]?.isEnded]).toEqual(['done', true]);
  servers.run(ticketSale(), asked);
  servers.clear();
  expect([servers.status.value, servers.plans.value, workers[2]?.isEnded]).toEqual(['empty', [], true]);
});
