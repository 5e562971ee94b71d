/** The page of the container bench: an engine on a host in a container, and a bare echo through the same client. */
import { Engine, realClock } from '../../src/engine/index.ts';
import { bootContainer, createLinkedHost } from '../../src/host/webcontainer/index.ts';

const ECHO = `
if (process.stdin.isTTY) process.stdin.setRawMode(true);
process.stdin.on('data', (chunk) => process.stdout.write(chunk));
process.stdout.write('klaar\\n');
`;
const request = { method: 'GET', url: 'https://bench.functie.test/', headers: [], body: null };

interface Times {
  readonly warm: number[];
  readonly echo: number[];
}

/** @returns ms of each warm run and of each echo, in turn, so that what the machine does besides hits both */
async function containerRuns(origin: string, turns: number, rounds: number): Promise<Times> {
  Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: origin });
  const container = await bootContainer({ coep: 'require-corp' });
  const engine = new Engine({ createHost: createLinkedHost(container.link, 'bench'), clock: realClock });
  engine.deploy({
    functionName: 'bench',
    files: [{ path: 'bench.js', text: "export default () => new Response('dag');" }],
    entry: 'bench.js',
    memoryMb: 128,
    timeoutMs: 3_000,
    idleTimeoutMs: 30_000,
    concurrencyLimit: 10,
  });
  const call = async () => {
    const { status } = await engine.invoke('bench', request);
    if (status !== 200) throw new Error(`The bench's function answered ${status}`);
  };
  const project = container.project('echo');
  await project.write([{ path: 'echo.mjs', text: ECHO }]);
  let heard = () => {};
  const next = () =>
    new Promise<void>((resolve) => {
      heard = resolve;
    });
  const up = next();
  const echo = await project.run('node', ['echo.mjs'], { onOutput: () => heard() });
  await up;
  const say = async () => {
    const answered = next();
    echo.write('?\n');
    await answered;
  };

  const times: Times = { warm: [], echo: [] };
  await call();
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [list, act] of [
      [times.echo, say],
      [times.warm, call],
    ] as const) {
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        await act();
        list.push(performance.now() - started);
      }
    }
  }
  engine.dispose();
  container.dispose();
  return times;
}

Object.assign(globalThis, { containerRuns });
