import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useClientLab } from './client-lab.ts';
import type { ClientPage } from './client-page.ts';
import { hasTerminals } from './terminal.ts';

/** What the page's own script puts there. */
declare const page: ClientPage;

const lab = useClientLab();

describe('files', () => {
  test('text and bytes that are mounted can be read, changed and exported', async () => {
    await lab.boot();
    const found = await lab.tab.evaluate(async () => {
      const { fs } = page.container;
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      await page.container.mount({
        'één.txt': { file: { contents: 'één €' } },
        map: { directory: { bytes: { file: { contents: bytes } }, naar: { file: { symlink: 'bytes' } } } },
      });
      const text = await fs.readFile('één.txt', 'utf8');
      await fs.mkdir('diep/er', { recursive: true });
      await page.container.mount({ x: { file: { contents: 'x' } } }, { mountPoint: 'diep/er' });
      await fs.writeFile('nieuw', new Uint8Array([0, 255]));
      await fs.rename('nieuw', 'diep/oud');
      await fs.rm('één.txt');
      const entries = await fs.readdir('.', { withFileTypes: true });
      return {
        text,
        isIsolated: crossOriginIsolated,
        workdir: page.container.workdir,
        bytes: [...(await fs.readFile('map/naar'))],
        old: [...(await fs.readFile('/diep/oud'))],
        empty: await fs.mkdir('leeg').then(() => fs.readdir('leeg')),
        entries: entries.map((entry) => [entry.name, entry.isFile(), entry.isDirectory()]),
        exported: await page.container.export('diep/er'),
        missing: await fs.readFile('weg').catch((error: Error) => error.message),
        outside: await fs.readFile('../../bin/jsh').catch((error: Error) => error.message),
        noFolder: await page.container
          .mount({}, { mountPoint: 'geen' })
          .catch((error: Error) => error.message),
      };
    });
    expect(found).toMatchObject({
      text: 'één €',
      isIsolated: true,
      workdir: expect.stringMatching(/home\/proef$/),
      bytes: Array.from({ length: 256 }, (_, at) => at),
      old: [0, 255],
      empty: [],
      entries: [
        ['diep', false, true],
        ['map', false, true],
      ],
      exported: { x: { file: { contents: 'x' } } },
      missing: expect.stringContaining('ENOENT'),
      outside: expect.stringContaining('outside'),
      noFolder: expect.stringContaining('ENOENT'),
    });
  });

  test('whoever watches hears of a change', async () => {
    await lab.boot();
    const heard = await lab.tab.evaluate(async () => {
      const { fs } = page.container;
      await fs.mkdir('map');
      const changed = Promise.withResolvers<unknown[]>();
      let isHeard = false;
      const watcher = fs.watch('map', (...args) => {
        isHeard = true;
        changed.resolve(args);
      });
      // The client does not say when it has begun to watch, so the file changes until it is heard.
      while (!isHeard) await fs.writeFile('map/a', 'a');
      watcher.close();
      return changed.promise;
    });
    expect(heard).toEqual([expect.stringMatching(/rename|change/), 'a']);
  });
});

describe('processes', () => {
  test('output has CRLF, arguments and variables arrive, and the exit code comes out', async () => {
    await lab.boot();
    const ran = await lab.tab.evaluate(async () => {
      await page.container.fs.mkdir('map');
      const code = `console.log(process.argv[1], process.env.A, process.cwd()); console.error('fout'); process.exit(7)`;
      const options = { cwd: 'map', env: { A: 5 }, terminal: { cols: 132, rows: 40 } };
      const { said, process } = await page.start('node', ['-e', code, `één 'twee' $drie "vier"`], options);
      return { text: await said.end(), code: await process.exit, workdir: page.container.workdir };
    });
    expect(ran.text).toBe(`één 'twee' $drie "vier" 5 ${ran.workdir}/map\r\nfout\r\n`);
    expect(ran.code).toBe(7);
  });

  test.runIf(hasTerminals())('a terminal has a size, echoes, and cuts a line', async () => {
    await lab.boot();
    const text = await lab.tab.evaluate(async () => {
      const { said, type, process } = await page.node(`
        const { stdin, stdout } = process;
        const size = (word) => console.log(stdout.columns + 'x' + stdout.rows + ' ' + word);
        size('klaar');
        stdout.on('resize', () => size('anders'));
        stdin.on('data', (data) => console.log('gelezen: ' + data.length));`);
      await said.until((text) => text.includes('klaar'));
      process.resize({ cols: 50, rows: 10 });
      await said.until((text) => text.endsWith('50x10 anders\r\n'));
      await type('hallo\n');
      // To the end of the line: what is typed then is echoed after it.
      await said.until((text) => text.endsWith('gelezen: 6\r\n'));
      await type(`${'x'.repeat(5_000)}\n`);
      const all = await said.until((text) => text.split('gelezen').length > 2 && text.endsWith('\n'));
      // The terminal's size is set in two steps, and each is a change.
      return all.replace(/x{2,}/, '<lang>').replace('50x24 anders\r\n', '');
    });
    expect(text).toBe('80x24 klaar\r\n50x10 anders\r\nhallo\r\ngelezen: 6\r\n<lang>\r\ngelezen: 4096\r\n');
  });

  test('a line of a megabyte comes back whole in raw mode', async () => {
    await lab.boot();
    const [characters, isSame] = await lab.tab.evaluate(async () => {
      const { said, type } = await page.node(`
        process.stdin.setRawMode(true);
        process.stdout.write('klaar');
        process.stdin.on('data', (data) => process.stdout.write(data));`);
      await said.until((text) => text === 'klaar');
      const line = `${Array.from({ length: 170_000 }, (_, at) => at).join(' ')}.`;
      await type(line);
      const all = await said.until((text) => text.endsWith('.'));
      return [line.length, all === `klaar${line}`];
    });
    expect(characters).toBeGreaterThan(2 ** 20);
    expect(isSame).toBe(true);
  });

  test('two megabytes of output arrive before the exit code', async () => {
    await lab.boot();
    const seen = await lab.tab.evaluate(async () => {
      const { said, process } = await page.node(`process.stdout.write('a'.repeat(2 ** 21) + 'einde')`);
      const code = await process.exit;
      return [code, said.text.length, said.text.endsWith('einde')];
    });
    expect(seen).toEqual([0, 2 ** 21 + 5, true]);
  });

  test('a process that is killed ends with all that it started, whatever it thinks of that', async () => {
    await lab.boot();
    const child = await lab.tab.evaluate(async () => {
      const { said } = await page.node(`
        import { spawn } from 'node:child_process';
        for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => {});
        console.log('kind:' + spawn('sleep', ['1000'], { stdio: 'ignore' }).pid + ';');`);
      return /kind:(\d+);/.exec(await said.until((text) => text.includes(';')))?.[1];
    });
    expect(lab.standIn.processes()).toEqual([
      { command: 'node', args: ['programma.mjs'], pid: expect.any(Number) },
    ]);
    expect(isAlive(Number(child))).toBe(true);

    const code = await lab.tab.evaluate(async () => {
      page.last.process.kill();
      return page.last.process.exit;
    });
    expect(code).not.toBe(0);
    expect(lab.standIn.processes()).toEqual([]);
    await expect.poll(() => isAlive(Number(child))).toBe(false);
  });

  test('the shell is interactive', async () => {
    await lab.boot();
    const seen = await lab.tab.evaluate(async () => {
      const { said, type, process } = await page.start('jsh');
      await said.until((text) => text.endsWith('❯ '));
      await type('echo $((6 * 7)) && node -e "console.log(String(6 * 8))"\r');
      await said.until((text) => text.endsWith('42\r\n48\r\n❯ '));
      await type('exit 3\r');
      return process.exit;
    });
    expect(seen).toBe(3);
  });
});

describe('an instance', () => {
  test('leaves nothing behind, and another one can follow', async () => {
    await lab.boot();
    const workdir = await lab.tab.evaluate(async () => {
      const { said } = await page.node(`
        import { spawn } from 'node:child_process';
        spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref();
        setInterval(() => {}, 1_000);
        console.log('klaar');`);
      await said.until((text) => text.includes('klaar'));
      return page.container.workdir;
    });
    const boots = lab.standIn.boots;
    const second = await lab.tab.evaluate(async () => {
      page.container.teardown();
      await page.boot();
      const { said } = await page.node(`console.log('weer')`);
      return { said: await said.end(), workdir: page.container.workdir };
    });
    expect(second.said).toBe('weer\r\n');
    expect(lab.standIn.boots).toBe(boots + 1);
    // The next one does not wait for what ends of the one before it.
    await expect.poll(() => existsSync(workdir)).toBe(false);

    await lab.tab.close();
    await expect.poll(() => existsSync(second.workdir)).toBe(false);
    expect(lab.standIn.processes()).toEqual([]);
  });

  test('asks for the frame once, whatever is booted', async () => {
    const asked = lab.standIn.requests().length;
    await lab.boot();
    expect(lab.standIn.requests().slice(asked)).toEqual([
      '/headless?version=1.6.4',
      '/frame.js',
      '/comlink.js',
    ]);
  });
});

/** A program that has ended but whose new parent has not looked at it, a zombie, is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
}
