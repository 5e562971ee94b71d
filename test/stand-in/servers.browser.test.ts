import { expect, test } from 'vitest';
import { useClientLab } from './client-lab.ts';
import type { ClientPage } from './client-page.ts';

/** What the page's own script puts there. */
declare const page: ClientPage;

const lab = useClientLab();

test('a server that npm starts is seen through a frame, and its port closes with it', async () => {
  await lab.boot();
  const opened = await lab.tab.evaluate(async () => {
    page.hearPorts();
    await page.container.mount({
      'package.json': { file: { contents: '{ "scripts": { "start": "node server.js" } }' } },
      'server.js': {
        file: {
          contents: `
            const http = require('node:http');
            const server = http.createServer((request, response) => {
              response.setHeader('content-type', 'text/html').end('<h1>Dag ' + request.url + '</h1>');
            });
            server.listen(3000, () => console.log('luistert op ' + server.address().port));`,
        },
      },
    });
    const { said } = await page.start('npm', ['start']);
    await said.until((text) => text.includes('luistert op 3000'));
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.src = `${await page.serverReady()}/pad?x=1`;
    return page.untilPorts(2);
  });
  // Each kind of news comes through a port of its own, so nothing says which is heard first.
  expect(opened.toSorted()).toEqual([
    ['port', 3000, 'open', expect.stringMatching(/^http:\/\/localhost:\d+$/)],
    ['server-ready', 3000, expect.stringMatching(/^http:\/\/localhost:\d+$/)],
  ]);
  const preview = lab.tab.frameLocator('iframe:last-of-type');
  expect(await preview.locator('h1').textContent()).toBe('Dag /pad?x=1');

  const closed = await lab.tab.evaluate(async () => {
    page.last.process.kill();
    await page.portClosed();
    return page.ports.at(-1);
  });
  expect(closed).toEqual(['port', 3000, 'close', expect.any(String)]);
});

test('a program reaches its own server at the port that it asked for, and nobody else gets that port', async () => {
  await lab.boot();
  const said = await lab.tab.evaluate(async () => {
    const { said } = await page.node(`
      import { createServer } from 'node:http';
      import { spawnSync } from 'node:child_process';
      import { Worker } from 'node:worker_threads';
      const server = createServer((request, response) => response.end('binnen'));
      server.listen({ port: 3000 }, async () => {
        console.log(await (await fetch('http://localhost:3000/')).text());
        const again = spawnSync(process.execPath, ['-e', "require('net').createServer().on('error', (error) => console.log(error.code)).listen(3000)"]);
        console.log(String(again.stdout).trim());
        const worker = new Worker("require('worker_threads').parentPort.postMessage('werker')", { eval: true });
        worker.once('message', (message) => {
          console.log(message);
          server.close();
          server.listen(3000, () => server.close(() => console.log('weer vrij')));
        });
      });`);
    return said.end();
  });
  expect(said).toBe('binnen\r\nEADDRINUSE\r\nwerker\r\nweer vrij\r\n');
});

test('two servers without a wish each get a port', async () => {
  await lab.boot();
  const ports = await lab.tab.evaluate(async () => {
    page.hearPorts();
    const { said } = await page.node(`
      import { createServer } from 'node:net';
      for (const name of ['a', 'b']) {
        const server = createServer().listen(0, () => console.log(name + server.address().port + ';'));
      }`);
    const text = await said.until((text) => text.split(';').length > 2);
    return { ports: text.match(/\d+/g), opened: await page.untilPorts(4) };
  });
  expect(new Set(ports.ports).size).toBe(2);
  expect(ports.opened.map(([, port]) => String(port))).toEqual(expect.arrayContaining(ports.ports ?? []));
});
