/** Each thing that a check can say, about what is right, what is almost right, and what is wrong. */
import { describe, expect, test } from 'vitest';
import { CheckFailure, type ExerciseLab, type Received } from '../../../src/exercises/lab/index.ts';
import {
  code,
  type FakeFunction,
  failure,
  httpSample,
  type Outcome,
  openLab,
  pair,
  queueSample,
} from '../fake-platform.ts';

/** @returns what a check that says this tells the learner; null when it is content */
function said(task: () => unknown): { expected: string; received: string } | null {
  try {
    task();
    return null;
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    expect(error.message).toBe(`expected ${error.expected}; received ${error.received}`);
    const { expected, received } = error;
    return { expected, received };
  }
}

const brokenError = {
  name: 'Error',
  message: 'au',
  frames: [
    { file: 'a.js', line: 3, column: 1 },
    { file: 'a.js', line: 9, column: 1 },
  ],
};

describe('of an answer', () => {
  async function answered(outcome: Outcome): Promise<Received> {
    return openLab(httpSample, { zegt: () => outcome }, code('zegt')).lab.request('GET', '/a');
  }
  const broken = () => answered({ failure: failure('HANDLER_ERROR', brokenError) });
  const OWN_WORDS = 'je functie gaf een fout: Error: au';

  test('its status', async () => {
    const received = await answered({ status: 201 });
    expect(received.status).toBe(201);
    expect(said(() => received.hasStatus(201))).toBeNull();
    expect(said(() => received.hasStatus(200))).toEqual({
      expected: 'bij GET /a: status 200',
      received: 'status 201',
    });
  });

  test('a failure has no status that is right, not even that of the failure', async () => {
    const received = await broken();
    expect(received.status).toBe(500);
    expect(said(() => received.hasStatus(500))).toEqual({
      expected: 'bij GET /a: status 500',
      received: OWN_WORDS,
    });
  });

  test('its text', async () => {
    const received = await answered({ says: 'Dag Mila!' });
    expect(received.text).toBe('Dag Mila!');
    expect(said(() => received.hasText('Dag Mila!'))).toBeNull();
    for (const almost of ['Dag Mila', 'dag Mila!', '']) {
      expect(said(() => received.hasText(almost))).toEqual({
        expected: `bij GET /a: de tekst "${almost}"`,
        received: 'de tekst "Dag Mila!"',
      });
    }
  });

  test('its JSON', async () => {
    const received = await answered({ says: '{"a":[1],"b":null}' });
    expect(received.json).toEqual({ a: [1], b: null });
    expect(said(() => received.hasJson({ b: null, a: [1] }))).toBeNull();
    for (const almost of [{ a: [1] }, { a: [1], b: null, c: 1 }, { a: 1, b: null }]) {
      expect(said(() => received.hasJson(almost))).toEqual({
        expected: `bij GET /a: ${JSON.stringify(almost)}`,
        received: '{"a":[1],"b":null}',
      });
    }
  });

  test('a text that is no JSON is told as it is', async () => {
    const received = await answered({ says: 'Dag' });
    const expected = { expected: 'bij GET /a: een antwoord met JSON', received: 'de tekst "Dag"' };
    expect(said(() => received.json)).toEqual(expected);
    expect(said(() => received.hasJson('Dag'))).toEqual(expected);
    expect(said(() => received.hasField('a', 1))).toEqual(expected);
  });

  test('one field of its JSON', async () => {
    const received = await answered({ says: '{"a":{"b":[1]},"c":0}' });
    expect(said(() => received.hasField('a', { b: [1] }))).toBeNull();
    expect(said(() => received.hasField('c', 0))).toBeNull();
    expect(said(() => received.hasField('c', '0'))).toEqual({
      expected: 'bij GET /a: c: "0"',
      received: 'c: 0',
    });
    expect(said(() => received.hasField('a', { b: [] }))).toEqual({
      expected: 'bij GET /a: a: {"b":[]}',
      received: 'a: {"b":[1]}',
    });
    expect(said(() => received.hasField('d', 1))).toEqual({
      expected: 'bij GET /a: d: 1',
      received: 'd: niets',
    });
  });

  test.for(['null', '7', '"abc"'])('%s has no fields', async (says) => {
    const received = await answered({ says });
    expect(said(() => received.hasField('length', 3))).toEqual({
      expected: 'bij GET /a: length: 3',
      received: 'length: niets',
    });
  });

  test.for<[what: string, outcome: Outcome, told: unknown]>([
    ['JSON', { says: '{"a":1}', status: 201 }, { status: 201, json: { a: 1 } }],
    ['no JSON', { says: 'Dag' }, { status: 200, text: 'Dag' }],
    ['nothing', { says: '', status: 204 }, { status: 204, text: '' }],
    ['the last that is no refusal', { says: '1', status: 399 }, { status: 399, json: 1 }],
    ['a refusal, of which the words are free', { says: '{"a":1}', status: 400 }, { status: 400 }],
    ['an error of its own', { says: 'au', status: 500 }, { status: 500 }],
  ])('what can be laid beside that of the solution: %s', async ([, outcome, told]) => {
    expect((await answered(outcome)).outcome).toEqual(told);
  });

  test('a header, whatever the case of its name', async () => {
    const received = await answered({
      headers: [
        ['X-Other', 'c'],
        ['X-Place', 'Gent'],
      ],
    });
    expect(received.header('x-place')).toBe('Gent');
    expect(received.header('x-nothing')).toBeNull();
    expect(said(() => received.hasHeader('x-pLACE', 'Gent'))).toBeNull();
    expect(said(() => received.hasHeader('x-place', 'gent'))).toEqual({
      expected: 'bij GET /a: header x-place: gent',
      received: 'Gent',
    });
    expect(said(() => received.hasHeader('x-nothing', ''))).toEqual({
      expected: 'bij GET /a: header x-nothing: ',
      received: 'geen header x-nothing',
    });
  });

  test('whatever is asked of a failure, the failure is what came', async () => {
    const received = await broken();
    expect(received.text).toBe('');
    expect(received.header('a')).toBeNull();
    const questions: readonly (() => unknown)[] = [
      () => received.json,
      () => received.outcome,
      () => received.hasStatus(200),
      () => received.hasText(''),
      () => received.hasJson(null),
      () => received.hasField('a', 1),
      () => received.hasHeader('a', 'b'),
    ];
    for (const question of questions) expect(said(question)?.received).toBe(OWN_WORDS);
  });

  test('a failure comes with its place in the code and its own code', async () => {
    const received = await broken();
    expect(() => received.hasText('x')).toThrow(
      expect.objectContaining({ place: brokenError.frames[0], code: 'HANDLER_ERROR' }),
    );
    const elsewhere = await answered({ failure: failure('HOST_LOST'), ends: true });
    expect(() => elsewhere.hasText('x')).toThrow(expect.objectContaining({ place: null, code: 'HOST_LOST' }));
    const wrong = await answered({ says: 'x' });
    expect(() => wrong.hasText('y')).toThrow(expect.objectContaining({ place: null, code: null }));
  });
});

describe('of what a run left behind', () => {
  /** After a request of which the function does this. */
  async function leftBy(run: FakeFunction): Promise<ExerciseLab> {
    const { lab } = openLab(httpSample, { doet: run }, code('doet'));
    await lab.request('GET', '/');
    return lab;
  }
  const nothing = () => leftBy(() => ({}));
  const stored = (...keys: readonly string[]) =>
    leftBy(({ ask }) => {
      for (const key of keys) ask({ op: 'kv.put', key, value: '{"n":0}' });
      return {};
    });
  const put = (...keys: readonly string[]) =>
    leftBy(({ ask }) => {
      const body = new TextEncoder().encode('inhoud');
      for (const key of keys) ask({ op: 'bucket.put', key, body, contentType: 'text/plain' });
      return {};
    });

  test('what is stored', async () => {
    const lab = await stored('a');
    expect(said(() => lab.hasStored('a', { n: 0 }))).toBeNull();
    expect(said(() => lab.hasStored('a', { n: 1 }))).toEqual({
      expected: 'in kv bij "a": {"n":1}',
      received: '{"n":0}',
    });
    expect(said(() => lab.hasStored('b', { n: 0 }))).toEqual({
      expected: 'in kv bij "b": {"n":0}',
      received: 'in kv staat alleen "a"',
    });
    // What every object inherits is no key that somebody wrote.
    expect(said(() => lab.hasStored('toString', 1))?.received).toBe('in kv staat alleen "a"');
    expect(said(() => lab.lacksStored('toString'))).toBeNull();
    const empty = await nothing();
    expect(said(() => empty.hasStored('b', null))).toEqual({
      expected: 'in kv bij "b": niets',
      received: 'kv is leeg',
    });
  });

  test('what is not stored', async () => {
    const lab = await stored('a');
    expect(said(() => lab.lacksStored('b'))).toBeNull();
    expect(said(() => lab.lacksStored('a'))).toEqual({
      expected: 'niets in kv bij "a"',
      received: '{"n":0}',
    });
  });

  test('a file in the bucket', async () => {
    const lab = await put('a.txt', 'b.txt');
    expect(lab.hasObject('a.txt')).toBe('inhoud');
    expect(said(() => lab.hasObject('toString'))?.received).toBe('in de bucket staat "a.txt", "b.txt"');
    expect(said(() => lab.hasObject('c.txt'))).toEqual({
      expected: 'een bestand "c.txt" in de bucket',
      received: 'in de bucket staat "a.txt", "b.txt"',
    });
    const empty = await nothing();
    expect(said(() => empty.hasObject('c.txt'))).toEqual({
      expected: 'een bestand "c.txt" in de bucket',
      received: 'de bucket is leeg',
    });
  });

  test('the JSON in a file, and fields of it: more of them may be there', async () => {
    const lab = await leftBy(({ ask }) => {
      for (const [key, text] of [
        ['a.json', '{"a":1,"b":[2]}'],
        ['b.txt', 'inhoud'],
        ['c.json', '7'],
      ] as const) {
        ask({ op: 'bucket.put', key, body: new TextEncoder().encode(text), contentType: 'text/plain' });
      }
      return {};
    });
    expect(lab.objectAsJson('a.json')).toEqual({ a: 1, b: [2] });
    expect(said(() => lab.objectAsJson('b.txt'))).toEqual({
      expected: 'JSON in "b.txt"',
      received: 'de tekst "inhoud"',
    });
    expect(said(() => lab.objectAsJson('d.json'))?.expected).toBe('een bestand "d.json" in de bucket');
    expect(said(() => lab.hasObjectFields('a.json', { b: [2] }))).toBeNull();
    expect(said(() => lab.hasObjectFields('a.json', { a: 1, b: [] }))).toEqual({
      expected: 'in a.json: {"a":1,"b":[]}',
      received: '{"a":1,"b":[2]}',
    });
    expect(said(() => lab.hasObjectFields('a.json', { c: 1 }))).toEqual({
      expected: 'in a.json: {"c":1}',
      received: '{}',
    });
    expect(said(() => lab.hasObjectFields('c.json', {}))).toEqual({
      expected: 'in c.json: {}',
      received: 'niets',
    });
  });

  test('what is stored in any form is read up to 64 KB, and told with its key when it is longer', async () => {
    const long = JSON.stringify('x'.repeat(64 * 1_024));
    const lab = await leftBy(({ ask }) => {
      ask({ op: 'kv.put', key: 'lang', value: long });
      ask({
        op: 'bucket.put',
        key: 'lang.txt',
        body: new TextEncoder().encode(long),
        contentType: 'text/plain',
      });
      return { says: long };
    });
    expect(said(() => lab.kv)?.expected).toBe('in kv bij "lang": een waarde, maximaal 64 KB');
    expect(said(() => lab.objects)?.expected).toBe(
      'in de bucket bij "lang.txt": een bestand, maximaal 64 KB',
    );
    const received = await lab.request('GET', '/');
    expect(said(() => received.text)?.expected).toBe('bij GET /: een antwoord, maximaal 64 KB');
    expect(said(() => received.outcome)?.expected).toBe('bij GET /: een antwoord, maximaal 64 KB');
  });

  test('lines of the log are counted by what fits', async () => {
    const lab = await leftBy(({ log }) => {
      log('haal 1', 'klaar', 'haal 2');
      return {};
    });
    expect([lab.timesLogged(/^haal/), lab.timesLogged(/./), lab.timesLogged(/x/)]).toEqual([2, 3, 0]);
  });

  test('lines of the log: so many that fit, no more and no fewer', async () => {
    const lab = await leftBy(({ log }) => {
      log('gehaald', 'klaar');
      log('gehaald');
      return {};
    });
    expect(lab.logLines).toEqual(['gehaald', 'klaar', 'gehaald']);
    expect(said(() => lab.hasLogged(/^gehaald$/, 2, 'gehaald'))).toBeNull();
    expect(said(() => lab.hasLogged(/^verstuurd$/, 0, 'verstuurd'))).toBeNull();
    for (const times of [1, 3]) {
      expect(said(() => lab.hasLogged(/^gehaald$/, times, 'gehaald'))).toEqual({
        expected: `${times} keer in het logboek: gehaald`,
        received: '2 keer. In het logboek staat "gehaald", "klaar", "gehaald"',
      });
    }
    const empty = await nothing();
    expect(said(() => empty.hasLogged(/x/, 1, 'x'))).toEqual({
      expected: '1 keer in het logboek: x',
      received: '0 keer, het logboek is leeg',
    });
  });

  test('what was used, at most and exactly', async () => {
    const lab = await stored('a', 'b');
    expect(said(() => lab.usedAtMost(3, 'kvWrites'))).toBeNull();
    expect(said(() => lab.usedAtMost(2, 'kvWrites'))).toBeNull();
    expect(said(() => lab.usedAtMost(1, 'kvWrites'))).toEqual({
      expected: 'maximaal 1 keer schrijven in kv',
      received: '2 keer schrijven in kv',
    });
    expect(said(() => lab.usedExactly(2, 'kvWrites'))).toBeNull();
    for (const times of [1, 3]) {
      expect(said(() => lab.usedExactly(times, 'kvWrites'))).toEqual({
        expected: `${times} keer schrijven in kv`,
        received: '2 keer schrijven in kv',
      });
    }
  });

  test('one is one, and the rest is more', async () => {
    const lab = await nothing();
    expect(said(() => lab.usedAtMost(0, 'invocations'))).toEqual({
      expected: 'maximaal 0 aanroepen',
      received: '1 aanroep',
    });
    expect(said(() => lab.usedExactly(2, 'coldStarts'))).toEqual({
      expected: '2 koude starts',
      received: '1 koude start',
    });
    await lab.burst(2, 'GET', '/');
    expect(said(() => lab.usedAtMost(1, 'invocations'))).toEqual({
      expected: 'maximaal 1 aanroep',
      received: '3 aanroepen',
    });
    expect(said(() => lab.usedExactly(1, 'coldStarts'))).toEqual({
      expected: '1 koude start',
      received: '2 koude starts',
    });
  });

  test('anything else, in words of the check', async () => {
    const lab = await nothing();
    expect(said(() => lab.expect(true, 'a', 'b'))).toBeNull();
    expect(said(() => lab.expect(false, 'a', 'b'))).toEqual({ expected: 'a', received: 'b' });
  });
});

test('whether an event came to a new instance is that of its own invocation', async () => {
  const { lab } = openLab(queueSample, { werkt: () => ({}) }, pair('niets', 'werkt'));
  await lab.send('a');
  await lab.send('b');
  lab.endInstances();
  await lab.send('c');
  expect(lab.events.map(({ isCold }) => isCold)).toEqual([true, false, true]);
});

describe('when an event function failed', () => {
  /** A message whose handler throws, then one whose handler does as it should. */
  async function failed(): Promise<ExerciseLab> {
    const { lab } = openLab(
      queueSample,
      { faalt: () => ({ failure: failure('HANDLER_ERROR', brokenError) }) },
      pair('niets', 'faalt'),
    );
    await lab.send(1);
    return lab;
  }
  const WHY = {
    expected: 'dat je functie het werk afmaakt',
    received: 'je functie gaf een fout: Error: au',
  };

  test('that is told, and not what is missing because of it', async () => {
    const lab = await failed();
    expect(said(() => lab.hasStored('a', 1))).toEqual(WHY);
    expect(said(() => lab.lacksStored('a'))).toEqual(WHY);
    expect(said(() => lab.hasObject('a'))).toEqual(WHY);
    expect(said(() => lab.hasLogged(/x/, 1, 'x'))).toEqual(WHY);
    expect(said(() => lab.usedExactly(0, 'invocations'))).toEqual(WHY);
    expect(() => lab.hasStored('a', 1)).toThrow(
      expect.objectContaining({ place: brokenError.frames[0], code: 'HANDLER_ERROR' }),
    );
  });

  test('what is there all the same is right', async () => {
    const lab = await failed();
    await lab.upload('a', 'inhoud');
    expect(lab.hasObject('a')).toBe('inhoud');
    expect(said(() => lab.hasLogged(/x/, 0, 'x'))).toBeNull();
    expect(said(() => lab.usedExactly(3, 'invocations'))).toBeNull();
    expect(said(() => lab.usedAtMost(1, 'invocations'))?.received).toBe('3 aanroepen');
  });

  test('a failure without a line of the code is told without one', async () => {
    const { lab } = openLab(
      queueSample,
      { faalt: () => ({ failure: failure('INSTANCE_CRASHED'), ends: true }) },
      pair('niets', 'faalt'),
    );
    await lab.send(1);
    expect(said(() => lab.lacksStored('a'))?.expected).toBe(WHY.expected);
    expect(() => lab.lacksStored('a')).toThrow(
      expect.objectContaining({ place: null, code: 'INSTANCE_CRASHED' }),
    );
  });

  test('the last failure is the one that is told', async () => {
    let tries = 0;
    const { lab } = openLab(
      queueSample,
      {
        faalt: () => {
          tries += 1;
          return {
            failure: failure('HANDLER_ERROR', { name: 'Error', message: `poging ${tries}`, frames: [] }),
          };
        },
      },
      pair('niets', 'faalt'),
    );
    await lab.send(1);
    expect(said(() => lab.hasStored('a', 1))?.received).toBe('je functie gaf een fout: Error: poging 3');
    expect(() => lab.hasStored('a', 1)).toThrow(expect.objectContaining({ place: null }));
  });
});
