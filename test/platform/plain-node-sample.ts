/** What `plain-node.test.ts` runs with nothing but `node`: one cold call, and its usage record as JSON. */
import { createState, step } from '../../src/platform/index.ts';

const config = { memoryMb: 128, timeoutMs: 3000, idleTimeoutMs: 30_000, concurrencyLimit: 10 };
const state = createState();
step(state, { type: 'deploy', atMs: 0, functionName: 'begroet', config });
step(state, { type: 'request', atMs: 1, functionName: 'begroet', invocationId: 'a' });
step(state, { type: 'ready', atMs: 13.5, instanceId: 1, initMs: 12.25 });
const { events } = step(state, {
  type: 'settled',
  atMs: 20,
  instanceId: 1,
  invocationId: 'a',
  durationMs: 6.125,
  outcome: 'ok',
});
for (const event of events) if (event.type === 'invocationEnded') console.log(JSON.stringify(event.usage));
