/** What is the Node host's own: its line, its process, and what code can do to it without a sandbox. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { createLinkedHost } from '../../../src/host/webcontainer/linked-host.ts';
import { LinkError, type LinkOptions, NodeLink } from '../../../src/host/webcontainer/node-link.ts';
import { type NodeProcess, startNodeProcess } from '../lab/node-lab.ts';
import { PageLab } from '../lab/page-lab.ts';

const running: NodeProcess[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

/** A process that says nothing for a while is a busy machine's, but where that is the subject. */
const PATIENT: LinkOptions = { helloLimitMs: PATIENCE_MS, lostAfterPings: 120 };

async function open(options: LinkOptions = PATIENT) {
  const node = startNodeProcess();
  running.push(node);
  const link = await NodeLink.open(node, options);
  const newLab = (project = 'proef') => new PageLab(createLinkedHost(link, project));
  return { node, link, lab: newLab(), newLab };
}

const file = (text: string) => [{ path: 'functie.js', text }];

describe('code that does what it likes', () => {
  test('lines that an instance writes to the stream itself are not believed', async () => {
    const { lab } = await open();
    const { answers } = await lab.run(
      file(`import { writeSync } from 'node:fs';
        export default () => {
          for (const mark of ['', '#', '#0123456789abcdef0123456789abcdef ']) {
            writeSync(1, mark + JSON.stringify({ type: 'report', host: 'host-1', report: {
              type: 'settled', instanceId: 1, invocationId: 'aanroep-2', durationMs: 0,
              result: { ok: true, response: { status: 200, statusText: '', headers: [], body: { $bytes: 'dmFscw==' } } } } }) + '\\n');
          }
          writeSync(1, 'een half woord');
          return new Response('echt');
        };`),
      [{}, {}],
    );
    expect(answers).toMatchObject([{ text: 'echt' }, { text: 'echt' }]);
  });

  test('neither the environment nor the arguments hold anything of ours', async () => {
    const { lab } = await open();
    const id = lab.start(
      file(`import process from 'node:process'; import { workerData } from 'node:worker_threads';
        export default () => Response.json([process.env, process.argv.slice(2), process.execArgv, workerData]);`),
      { KLEUR: 'rood' },
    );
    await lab.started(id);
    const answer = await lab.answer(id, lab.invoke(id));
    expect(JSON.parse((answer as { text: string }).text)).toEqual([{ KLEUR: 'rood' }, [], [], null]);
  });

  test('what is written to the streams of Node comes in the log', async () => {
    const { lab } = await open();
    const { id } = await lab.run(
      file(`import process from 'node:process';
        export default () => {
          process.stdout.write('één '); process.stdout.write(Buffer.from('regel\\n'));
          process.stderr.write('en een fout\\nzonder eind');
          return new Response('');
        };`),
    );
    expect(lab.log(id).lines).toEqual(['log: één regel', 'error: en een fout']);
  });

  test('an instance that fills its memory ends, and takes nobody along', async () => {
    const { lab } = await open();
    const bystander = await lab.run(file(`export default () => new Response('ik wel')`));
    const { answers } = await lab.run(
      file(
        `export default () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length + 0.5)); };`,
      ),
    );
    expect(answers).toMatchObject([{ type: 'ended', failure: { code: 'INSTANCE_CRASHED' } }]);
    const again = await lab.answer(bystander.id, lab.invoke(bystander.id));
    expect(again).toMatchObject({ text: 'ik wel' });
  });

  test('one that kills the process loses everybody’s instances, which are told so', async () => {
    const { lab, link, newLab } = await open();
    const other = newLab('ander');
    const bystander = await other.run(file(`export default () => new Response('ik wel')`));
    const { answers } = await lab.run(
      file(`import process from 'node:process'; export default () => process.kill(process.pid, 'SIGKILL');`),
    );
    const lost = { type: 'ended', failure: { code: 'HOST_LOST' } };
    expect(answers).toMatchObject([lost]);
    expect(await other.until((report) => report.type === 'ended')).toMatchObject(lost);
    expect(bystander.start.type).toBe('ready');
    expect(link.isLost).toBe(true);
    // Whoever starts something after that hears the same, at once.
    expect((await lab.run(file('export default 1'))).start).toMatchObject(lost);
  });

  test('a path that leaves the folder starts nothing', async () => {
    const { lab } = await open();
    const { start } = await lab.run([{ path: '../../weg.js', text: 'export default () => new Response()' }]);
    expect(start).toMatchObject({ type: 'ended', failure: { code: 'HOST_UNAVAILABLE' } });
  });
});

describe('the line', () => {
  test('two hosts with the same numbers share the process and nothing else', async () => {
    const { lab, newLab } = await open();
    const other = newLab('ander');
    const [a, b] = [lab, other].map((one) =>
      one.run(
        file(
          `globalThis.n = (globalThis.n ?? 0) + 1; export default () => new Response(String(globalThis.n))`,
        ),
      ),
    );
    expect((await a)?.answers).toMatchObject([{ text: '1' }]);
    expect((await b)?.answers).toMatchObject([{ text: '1' }]);
    other.host.dispose();
    expect(await lab.answer(1, lab.invoke(1))).toMatchObject({ text: '1' });
  });

  test('a process that stands still is lost after some pings', async () => {
    const { lab, node } = await open({ pingEveryMs: 20, lostAfterPings: 300 });
    const { id, start } = await lab.run(file(`export default () => new Response('')`));
    expect(start.type).toBe('ready');
    node.child.kill('SIGSTOP');
    expect(await lab.answer(id, lab.invoke(id))).toMatchObject({ failure: { code: 'HOST_LOST' } });
  });

  test.each([
    ['ends before it speaks', 'exit 3', 'PROCESS_ENDED'],
    ['says other things, and ends', 'echo "kan niet"', 'PROCESS_ENDED'],
    ['says nothing', 'silent', 'PROCESS_SILENT'],
  ])('a process that %s never opens', async (_, kind, code) => {
    let tell: ReadableStreamDefaultController<string> | undefined;
    const output = new ReadableStream<string>({
      start(controller) {
        tell = controller;
      },
    });
    const exit =
      kind === 'silent' ? new Promise<number>(() => {}) : Promise.resolve(3).finally(() => tell?.close());
    if (kind.startsWith('echo')) tell?.enqueue('kan niet\r\n');
    const process = { output, exit, write: () => {}, kill: () => {} };
    const opening = NodeLink.open(process, { helloLimitMs: 50 });
    await expect(opening).rejects.toBeInstanceOf(LinkError);
    await expect(opening).rejects.toMatchObject({ code });
  });
});

test('a package in the project’s folder is found, and so are parts of Node', async () => {
  const { lab, node } = await open();
  const folder = join(node.folder, 'proef', 'node_modules', 'groet');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "groet", "type": "module", "exports": "./index.js" }',
  );
  writeFileSync(join(folder, 'index.js'), 'export const groet = (naam) => "Dag " + naam;');
  const { answers } = await lab.run(
    file(`import { groet } from 'groet'; import { join } from 'node:path';
      export default () => new Response(groet(join('a', 'b')));`),
  );
  expect(answers).toMatchObject([{ text: 'Dag a/b' }]);
});
