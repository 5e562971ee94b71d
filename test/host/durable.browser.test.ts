/** What a function has written stays written, on every host, whatever becomes of its instance and of the host itself. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases } from '../support/laws.ts';
import type { LabFunction } from './lab/engine-lab.ts';
import { hosts, type Lab, openLab } from './lab/lab.ts';

/** Writes one key after the other, and says of each that it was written. */
const writer: LabFunction = {
  functionName: 'schrijf',
  grants: ['kv', 'bucket'],
  code: `export default async (request, { kv, bucket }) => {
    const begin = Number(new URL(request.url).searchParams.get('vanaf'));
    for (let nr = begin; nr < begin + 100; nr += 1) {
      if (nr % 3 === 0) await bucket.put('k' + nr, 'bestand ' + nr);
      else await kv.put('k' + nr, nr);
      console.log('k' + nr);
    }
    return new Response('klaar'); };`,
};

describe.each(hosts)('stores on the host in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  test('an instance that is killed at any moment: what it was told is written is there, whole', async () => {
    const killings = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(killings, async (afterWrites) => {
        const state = await lab.evaluate(
          async ([writer, afterWrites]) => {
            const engine = pageLab.newEngineLab();
            engine.deploy([writer]);
            for (const [nth, writes] of afterWrites.entries()) {
              const answered = engine.request('GET', `/?vanaf=${nth * 100}`);
              await engine.killAfter(writes);
              await answered;
            }
            const state = await engine.quiet();
            engine.dispose();
            return state;
          },
          [writer, afterWrites] as const,
        );
        const stored = new Set([...Object.keys(state.kv), ...Object.keys(state.objects)]);
        expect(stored.size).toBeGreaterThanOrEqual(afterWrites.reduce((sum, writes) => sum + writes, 0));
        expect(state.lines.filter((key) => !stored.has(key))).toEqual([]);
        for (const [key, text] of Object.entries(state.objects)) expect(text).toBe(`bestand ${key.slice(1)}`);
        // In their order: a write that is there has all before it, of the same run.
        for (const key of stored) {
          const nr = Number(key.slice(1));
          if (nr % 100 > 0) expect(stored.has(`k${nr - 1}`)).toBe(true);
        }
      }),
      cases(4),
    );
  });

  test('a redeploy and a change of host leave the stores as they are', async () => {
    const counter: LabFunction = {
      functionName: 'tel',
      grants: ['kv'],
      code: `export default async (request, { kv }) => {
        const teller = ((await kv.get('teller')) ?? 0) + 1;
        await kv.put('teller', teller);
        return new Response(String(teller)); };`,
    };
    const texts = await lab.evaluate(async (counter) => {
      const engine = pageLab.newEngineLab();
      const texts: string[] = [];
      engine.deploy([counter]);
      texts.push((await engine.request('GET', '/')).text);
      engine.deploy([counter], { memoryMb: 512 });
      texts.push((await engine.request('GET', '/')).text);
      engine.changeHost();
      texts.push((await engine.request('GET', '/')).text);
      engine.engine.clear();
      texts.push((await engine.request('GET', '/')).text);
      engine.dispose();
      return texts;
    }, counter);
    expect(texts).toEqual(['1', '2', '3', '4']);
  });

  test('two writers at once: get and put lose counts, a condition does not', async () => {
    const counter = (functionName: string, add: string): LabFunction => ({
      functionName,
      routes: [`POST /${functionName}`],
      grants: ['kv'],
      code: `export default async (request, { kv }) => { ${add} return new Response('ok'); };`,
    });
    const functions = [
      counter('slordig', `await kv.put('slordig', ((await kv.get('slordig')) ?? 0) + 1);`),
      counter(
        'netjes',
        `for (;;) {
          const { value, version } = await kv.getWithVersion('netjes');
          if (await kv.put('netjes', (value ?? 0) + 1, { ifVersion: version })) break; }`,
      ),
    ];
    const kv = await lab.evaluate(async (functions) => {
      const engine = pageLab.newEngineLab();
      engine.deploy(functions);
      const ask = (path: string) =>
        Promise.all(Array.from({ length: 10 }, () => engine.request('POST', path)));
      await ask('/netjes');
      await ask('/slordig');
      // Warm by now, so that they really read before another has written.
      await ask('/netjes');
      await ask('/slordig');
      const { kv } = await engine.quiet();
      engine.dispose();
      return kv;
    }, functions);
    expect(kv['netjes']).toBe(20);
    expect(Number(kv['slordig'])).toBeLessThanOrEqual(20);
  });

  test('a store that was not granted is refused in words, and nothing of it is read or written', async () => {
    const thief: LabFunction = {
      functionName: 'dief',
      grants: [],
      code: `export default async (request, { kv, bucket, queue }) => {
        const words = [];
        for (const attempt of [() => kv.get('geheim'), () => bucket.list(), () => queue.send(1)]) {
          try { await attempt(); words.push('gelukt'); }
          catch (error) { words.push(error.name + ' ' + error.code + ' ' + error.message); } }
        return Response.json(words); };`,
    };
    const { text } = await lab.evaluate(async (thief) => {
      const engine = pageLab.newEngineLab();
      engine.deploy([thief]);
      const answer = await engine.request('GET', '/');
      engine.dispose();
      return answer;
    }, thief);
    const words: string[] = JSON.parse(text);
    expect(words).toHaveLength(3);
    for (const said of words)
      expect(said).toMatch(/^BindingError BINDING_NOT_GRANTED Deze functie mag context\.\w+ niet/);
  });
});
