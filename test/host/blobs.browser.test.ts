/** A `Blob` as a function meets it: it can be read on every host, also where the browser refuses the worker to read one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, hosts, isNode, type Lab, openLab, settled } from './lab/lab.ts';

/** Sends what is asked as a form with a file. */
const FORM = [
  '--grens',
  'content-disposition: form-data; name="bestand"; filename="dag.txt"',
  'content-type: text/plain',
  '',
  'één dag',
  '--grens--',
  '',
].join('\r\n');

describe.each(hosts)('a Blob in a function (%s)', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    // As every page of the course is, where a browser is.
    lab = await openLab(host, !isNode(host));
  });
  afterAll(() => lab?.close());

  async function jsonOf(body: string): Promise<unknown> {
    const { answers } = await lab.run(`export default async (request) => { ${body} };`);
    const [answer] = answers;
    if (answer?.type === 'settled' && answer.text !== undefined) return JSON.parse(answer.text);
    throw new Error(JSON.stringify(answer));
  }

  test('is read in each way, whole and in part, and empty too', async () => {
    expect(
      await jsonOf(`
        const blob = new Blob(['één ', new Blob(['dag']), new Uint8Array([33])], { type: 'text/plain' });
        const streamed = [];
        for (const reader = blob.stream().getReader(); ;) {
          const { done, value } = await reader.read();
          if (done) break;
          streamed.push(...value);
        }
        return Response.json({ text: await blob.text(), bytes: [...new Uint8Array(await blob.slice(0, 3).arrayBuffer())],
          part: await blob.slice(6, 9, 'x/y').text(), streamed: new TextDecoder().decode(new Uint8Array(streamed)),
          file: await new File([blob], 'a.txt').text(), empty: await new Blob().text(), size: blob.size, type: blob.type,
          emptyStream: (await blob.slice(0, 0).stream().getReader().read()).done });`),
    ).toEqual({
      text: 'één dag!',
      bytes: [195, 169, 195],
      part: 'dag',
      streamed: 'één dag!',
      file: 'één dag!',
      empty: '',
      size: 10,
      type: 'text/plain',
      emptyStream: true,
    });
  });

  test('comes out of a request and a response, and out of a form', async () => {
    expect(
      await jsonOf(`
        const form = await new Request('https://a.example/', { method: 'POST', body: ${JSON.stringify(FORM)},
          headers: { 'content-type': 'multipart/form-data; boundary=grens' } }).formData();
        const file = form.get('bestand');
        return Response.json({ file: await file.text(), name: file.name,
          asked: await (await new Request('https://a.example/', { method: 'POST', body: 'vraag' }).blob()).text(),
          answered: await (await new Response('antwoord').blob()).text() });`),
    ).toEqual({ file: 'één dag', name: 'dag.txt', asked: 'vraag', answered: 'antwoord' });
  });

  test('is the body of an answer, with its type unless told otherwise', async () => {
    const body = `new Blob(['{"a":', '1}'], { type: 'application/json' })`;
    const { answers } = await lab.run(`export default () => new Response(${body}, { status: 201 });`);
    expect(settled(answers[0])).toMatchObject({ status: 201, text: '{"a":1}' });
    expect(
      await jsonOf(`
        const answer = new Response(${body}), copy = answer.clone();
        const own = new Response(${body}, { headers: { 'Content-Type': 'a/b', 'X-C': 'd' } });
        return Response.json({ type: answer.headers.get('content-type'), json: await answer.json(), blob: (await copy.blob()).type,
          own: [...own.headers], bare: new Response(new Blob(['x'])).headers.get('content-type'), used: [answer.bodyUsed, own.bodyUsed] });`),
    ).toEqual({
      type: 'application/json',
      json: { a: 1 },
      blob: 'application/json',
      own: [
        ['content-type', 'a/b'],
        ['x-c', 'd'],
      ],
      bare: null,
      used: [true, false],
    });
  });
});

describe.each(browsers)('an image in a function (%s)', (browser) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser, true);
  });
  afterAll(() => lab?.close());

  test('is drawn, packed as a file, and looked at again, whole and in part', async () => {
    const { answers } = await lab.run(`
      const sizeOf = ({ width, height }) => [width, height];
      export default async () => {
        const canvas = new OffscreenCanvas(8, 4);
        canvas.getContext('2d').fillRect(0, 0, 8, 4);
        const file = await canvas.convertToBlob({ type: 'image/png' });
        const bytes = new Uint8Array(await file.arrayBuffer());
        const wrong = await createImageBitmap(new Blob(['geen beeld'])).catch(({ name }) => name);
        return Response.json({ whole: sizeOf(await createImageBitmap(file)), part: sizeOf(await createImageBitmap(file, 1, 1, 3, 2)),
          small: sizeOf(await createImageBitmap(file, { resizeWidth: 4, resizeHeight: 2 })),
          other: sizeOf(await createImageBitmap(canvas)), png: String.fromCharCode(...bytes.slice(1, 4)), wrong });
      };`);
    expect(JSON.parse(settled(answers[0]).text ?? '')).toEqual({
      whole: [8, 4],
      part: [3, 2],
      small: [4, 2],
      other: [8, 4],
      png: 'PNG',
      wrong: 'InvalidStateError',
    });
  });
});
