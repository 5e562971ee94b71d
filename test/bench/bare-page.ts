/**
 * What the sandbox costs without us: a frame with the same isolation and a worker started in it the same way,
 * with nothing in them but an echo. The figures of the site are held against these, taken in the same run.
 */

const worker = `onmessage = (event) => postMessage(event.data);`;
const policy =
  "default-src 'none'; script-src 'unsafe-inline' blob: data:; worker-src blob: data:; connect-src 'none'";
const boot = `
  const worker = new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(worker)}));
  const channel = new MessageChannel();
  worker.onmessage = (event) => channel.port1.postMessage(event.data);
  channel.port1.onmessage = (event) => worker.postMessage(event.data);
  parent.postMessage('port', '*', [channel.port2]);
`;
export const barePage = `<!doctype html><meta charset="utf-8"><title>bare</title>`;

/** Runs in the page. @returns ms from making the frame until its worker has answered once */
export const bareBoot = `(async () => {
  const started = performance.now();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  const port = new Promise((resolve) => addEventListener('message', (event) => resolve(event.ports[0]), { once: true }));
  frame.srcdoc = ${JSON.stringify(`<meta http-equiv="Content-Security-Policy" content="${policy}"><script>${boot}</script>`)};
  document.body.append(frame);
  const open = await port;
  const answer = new Promise((resolve) => { open.onmessage = resolve; });
  open.postMessage('?');
  await answer;
  return performance.now() - started;
})()`;

const portEcho = `onmessage = ({ ports: [port] }) => { port.onmessage = ({ data }) => port.postMessage(data); };`;
const echoBoot = `
  const worker = new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(portEcho)}));
  const inside = new MessageChannel();
  worker.postMessage(null, [inside.port2]);
  const outside = new MessageChannel();
  inside.port1.onmessage = (event) => outside.port1.postMessage(event.data);
  outside.port1.onmessage = (event) => inside.port1.postMessage(event.data);
  parent.postMessage('port', '*', [outside.port2]);
`;

/**
 * Runs in the page. @returns echoes a second of a worker in a sandboxed frame, one after the other, over the two ports
 * that any isolation needs
 */
export const bareThroughput = (rounds: number) => `(async () => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  const port = new Promise((resolve) => addEventListener('message', (event) => resolve(event.ports[0]), { once: true }));
  frame.srcdoc = ${JSON.stringify(`<meta http-equiv="Content-Security-Policy" content="${policy}"><script>${echoBoot}</script>`)};
  document.body.append(frame);
  const open = await port;
  // As large as what an engine sends.
  const request = { type: 'invoke', instanceId: 1, invocation: {
    invocationId: '6f1de4c2-8a0f-4c44-9d0b-0f2f5f7f7f1a', isCold: false, attempt: 1, params: {},
    request: { method: 'GET', url: 'https://bench.functie.test/', headers: [], body: null } } };
  const echo = async (times) => {
    for (let round = 0; round < times; round += 1) {
      const answer = new Promise((resolve) => { open.onmessage = resolve; });
      open.postMessage(request);
      await answer;
    }
  };
  await echo(50);
  const started = performance.now();
  await echo(${rounds});
  const seconds = (performance.now() - started) / 1000;
  frame.remove();
  return ${rounds} / seconds;
})()`;

/**
 * Runs in the page. @returns ms of a round trip to a worker of the page's own, for each of \`series\` series of
 * \`rounds\`: one alone is shorter than a step of the page's clock
 */
export const bareRoundTrips = (series: number, rounds: number) => `(async () => {
  const worker = new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(worker)}));
  const times = [];
  for (let at = 0; at < ${series}; at += 1) {
    const started = performance.now();
    for (let round = 0; round < ${rounds}; round += 1) {
      const answer = new Promise((resolve) => { worker.onmessage = resolve; });
      worker.postMessage('?');
      await answer;
    }
    times.push((performance.now() - started) / ${rounds});
  }
  worker.terminate();
  return times;
})()`;
