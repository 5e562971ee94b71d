import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventsOf } from '../../../src/engine/deployments.ts';
import type { Entry } from '../../../src/engine/index.ts';
import { askedText } from '../../../src/playground/entries/asked.ts';
import { KEPT_WRITES } from '../../../src/playground/entries/tracks.ts';
import { SHOWN_STEPS, type TraceNode, traceOf } from '../../../src/playground/timeline/causes.ts';
import { read } from './story.ts';

type Told<Type extends Entry['type']> = Extract<Entry, { type: Type }>;

const queue = { queueName: 'wachtrij', functionName: 'pak-in' };
const objects = { queueName: eventsOf('verklein'), functionName: 'verklein' };
const clock = { queueName: eventsOf('opruimen'), functionName: 'opruimen' };

let now = 0;

/** One whole call, and what happened in its course. */
function call(functionName: string, invocationId: string, during: readonly Entry[] = []): Entry[] {
  const of = { functionName, version: 1, instanceId: 1, atMs: ++now, invocationId };
  const usage = { durationMs: 1, memoryMb: 128 };
  const end = { outcome: 'ok', phase: 'handler', isCold: false, durationMs: 1, initMs: null, usage } as const;
  return [
    { ...of, type: 'accepted' },
    { ...of, type: 'invocationStarted', isCold: false },
    ...during,
    { ...of, type: 'invocationEnded', ...end },
  ];
}

const sent = (messageId: string, causedBy: string | null, to = queue): Told<'messageSent'> => ({
  ...to,
  type: 'messageSent',
  atMs: ++now,
  messageId,
  causedBy,
  hops: 0,
  visibleAtMs: now,
});

function delivery(
  invocationId: string,
  ids: readonly string[],
  attempt = 1,
  to = queue,
): Told<'messagesDelivered'> {
  const messages = ids.map((messageId) => ({ messageId, attempt }));
  return { ...to, type: 'messagesDelivered', atMs: ++now, invocationId, messages };
}

const stored = (invocationId: string | null, op: Told<'stored'>['op'], key: string): Told<'stored'> => ({
  type: 'stored',
  atMs: ++now,
  functionName: null,
  invocationId,
  op,
  key,
  bytes: 3,
  version: null,
  value: null,
});

const asked = (
  invocationId: string | null,
  url: string,
  outcome: Told<'serviceCall'>['outcome'] = 'answered',
): Told<'serviceCall'> => ({
  type: 'serviceCall',
  atMs: ++now,
  functionName: 'bestel',
  instanceId: 1,
  invocationId,
  method: 'GET',
  url,
  outcome,
  status: outcome === 'answered' ? 200 : null,
  waitedMs: 0.5,
});

/** `caller` calls a function of the lab, and hears its answer unless it does not wait for that. */
function ask(caller: string | null, called: readonly Entry[], calledId: string, isHeard = true): Entry[] {
  const of = { functionName: 'bestel', instanceId: 1, invocationId: caller, calledId };
  const begin: Entry = { ...of, type: 'functionAsked', atMs: ++now };
  const fromMs = now;
  if (!isHeard) return [begin, ...called];
  const end = asked(caller, `https://winkel.example/${calledId}`);
  return [begin, ...called, { ...end, calledId, waitedMs: end.atMs - fromMs }];
}

/** A tree in short: what each step is, with what is below it. */
type Short = string | [string, ...Short[]];

function short({ step, children, leftOut }: TraceNode): Short {
  const below = [...children.map(short), ...(leftOut > 0 ? [`+${leftOut}`] : [])];
  const name = nameOf(step);
  return below.length === 0 ? name : [name, ...below];
}

function nameOf(step: TraceNode['step']): string {
  switch (step.kind) {
    case 'invocation':
      return step.isAgain ? `${step.invocation.invocationId}, again` : step.invocation.invocationId;
    case 'message':
      return `${step.message.messageId} ${step.message.state}`;
    case 'write':
      return step.write.key;
    case 'asked':
      return askedText(step.asked);
    default:
      return step.kind;
  }
}

function traceIn(entries: readonly Entry[], invocationId: string): Short[] {
  const trace = traceOf(read(entries), invocationId);
  return [...(trace?.roots.map(short) ?? []), ...(trace?.leftOut ? [`+${trace.leftOut}`] : [])];
}

test('a call that set nothing off is a request and its function', () => {
  expect(traceIn(call('bestel', 'a'), 'a')).toEqual([['http', 'a']]);
  expect(traceIn(call('bestel', 'a'), 'onbekend')).toEqual([]);
});

test('what a service was asked stands among what was written and sent, in order of time', () => {
  const entries = call('bestel', 'a', [
    asked('a', 'https://bank.example/1'),
    stored('a', 'kv.put', 'k'),
    asked('a', 'https://bank.example/2', 'dropped'),
    sent('m1', 'a'),
    asked('a', 'https://bank.example/3', 'lost'),
    asked(null, 'https://bank.example/4'),
  ]);
  expect(traceIn(entries, 'a')).toEqual([
    [
      'http',
      [
        'a',
        'GET https://bank.example/1: 200 na 0,5 ms',
        'k',
        'GET https://bank.example/2: verbinding verbroken na 0,5 ms',
        'm1 waiting',
        'GET https://bank.example/3: nog geen antwoord toen de instantie stopte na 0,5 ms',
      ],
    ],
  ]);
  const many = Array.from({ length: KEPT_WRITES + 7 }, (_, at) => asked('b', `https://bank.example/${at}`));
  const [root] = traceOf(read(call('bestel', 'b', many)), 'b')?.roots ?? [];
  expect(root?.children[0]?.leftOut).toBeGreaterThanOrEqual(7);
});

/** Without what it says besides: how long a call took is of no matter here. */
const named = (trace: Short[]): Short[] =>
  trace.map((each) => (typeof each === 'string' ? each.replace(/: 200 na .*/, '') : (named(each) as Short)));

test('a function that calls others is seen with those below it, from any of them', () => {
  const paid = () =>
    ask('web', call('betaal', 'betaling', [stored('betaling', 'kv.put', 'betaald')]), 'betaling');
  const packed = () =>
    ask('web', call('pak-in', 'pakje', ask('pakje', call('weeg', 'gewicht'), 'gewicht')), 'pakje');
  const entries = call('bestel', 'web', [...paid(), sent('m1', 'web'), ...packed()]);
  const whole = [
    [
      'http',
      [
        'web',
        ['GET https://winkel.example/betaling', ['betaling', 'betaald']],
        'm1 waiting',
        ['GET https://winkel.example/pakje', ['pakje', ['GET https://winkel.example/gewicht', 'gewicht']]],
      ],
    ],
  ];
  for (const id of ['web', 'betaling', 'pakje', 'gewicht'])
    expect(named(traceIn(entries, id))).toEqual(whole);
});

test('a call that is still waited for shows what it set off, also when that was refused', () => {
  const refusal: Entry = {
    type: 'throttled',
    atMs: ++now,
    functionName: 'betaal',
    invocationId: 'vol',
    limit: 'concurrencyLimit',
  };
  const entries = call('bestel', 'web', [
    ...ask('web', call('betaal', 'betaling'), 'betaling', false),
    ...ask('web', [refusal], 'vol'),
  ]);
  const whole = [['http', ['web', 'betaling', ['GET https://winkel.example/vol', 'vol']]]];
  for (const id of ['web', 'betaling', 'vol']) expect(named(traceIn(entries, id))).toEqual(whole);
});

test('what was called by something that is no longer kept, or that is not known, does not come from a reader', () => {
  expect(traceIn(ask('weg', call('betaal', 'betaling'), 'betaling'), 'betaling')).toEqual([
    ['forgotten', 'betaling'],
  ]);
  // Code outside a handler calls in no invocation's name.
  expect(traceIn(ask(null, call('betaal', 'betaling'), 'betaling'), 'betaling')).toEqual([
    ['http', 'betaling'],
  ]);
});

test('an address that leads to no function is forgotten once it has answered', () => {
  const tracks = read(call('bestel', 'web', ask('web', [], 'nergens')));
  expect(tracks.callers.size).toBe(0);
  expect(tracks.invocations.get('web')?.called).toEqual([]);
});

const chain: Entry[] = [
  ...call('bestel', 'web', [stored('web', 'kv.put', 'bestelling/1'), sent('m1', 'web'), sent('m2', 'web')]),
  delivery('event-1', ['m1']),
  ...call('pak-in', 'event-1', [
    stored('event-1', 'bucket.put', 'uploads/a.jpg'),
    sent('o1', 'event-1', objects),
  ]),
  { ...queue, type: 'messageDone', atMs: ++now, messageId: 'm1', invocationId: 'event-1' },
  delivery('event-2', ['o1'], 1, objects),
  ...call('verklein', 'event-2', [stored('event-2', 'bucket.put', 'klein/a.jpg')]),
];

test('from any call in a chain the whole chain is found', () => {
  const whole = [
    [
      'http',
      [
        'web',
        'bestelling/1',
        ['m1 done', ['event-1', 'uploads/a.jpg', ['o1 underWay', ['event-2', 'klein/a.jpg']]]],
        'm2 waiting',
      ],
    ],
  ];
  for (const id of ['web', 'event-1', 'event-2']) expect(traceIn(chain, id)).toEqual(whole);
});

test('an object, a clock and a message are told apart, as the engine names their queues', () => {
  const tracks = read([
    ...chain,
    { ...clock, type: 'timerFired', atMs: ++now, timerName: 'opruimen', messageId: 't1', dueMs: now },
    sent('t1', null, clock),
    stored(null, 'bucket.put', 'uploads/b.jpg'),
    sent('o2', null, objects),
  ]);
  const of = (id: string) => tracks.messages.byId.get(id);
  expect(of('m1')).toMatchObject({ origin: 'message', objectKey: null });
  expect(of('o1')).toMatchObject({ origin: 'object', objectKey: 'uploads/a.jpg' });
  expect(of('o2')).toMatchObject({ origin: 'object', objectKey: 'uploads/b.jpg', causedBy: null });
  expect(of('t1')).toMatchObject({ origin: 'timer', objectKey: null });
});

test('each attempt is below its message, with why the message came back', () => {
  const entries: Entry[] = [
    sent('m1', null),
    delivery('event-1', ['m1']),
    ...call('pak-in', 'event-1'),
    {
      ...queue,
      type: 'messageReturned',
      atMs: ++now,
      messageId: 'm1',
      invocationId: 'event-1',
      reason: 'ackLost',
      attempts: 1,
      visibleAtMs: now,
    },
    delivery('event-2', ['m1'], 2),
    ...call('pak-in', 'event-2'),
    { ...queue, type: 'messageDead', atMs: ++now, messageId: 'm1', reason: 'attempts', attempts: 2, hops: 0 },
  ];
  expect(traceIn(entries, 'event-2')).toEqual([['m1 dead', 'event-1', 'event-2']]);
  const message = read(entries).messages.byId.get('m1');
  expect(message?.deliveries).toMatchObject([
    { invocationId: 'event-1', attempt: 1, cameBack: 'ackLost' },
    { invocationId: 'event-2', attempt: 2, cameBack: null },
  ]);
  expect(message?.deadReason).toBe('attempts');
});

test('a batch is told in full below its first cause, and named below the others', () => {
  const entries = [
    ...call('bestel', 'a', [sent('m1', 'a'), sent('m3', 'a')]),
    ...call('bestel', 'b', [sent('m2', 'b')]),
    delivery('event-1', ['m1', 'm2']),
    ...call('pak-in', 'event-1', [stored('event-1', 'kv.put', 'totaal')]),
  ];
  const both: Short[] = [
    ['http', ['a', ['m1 underWay', ['event-1', 'totaal']], 'm3 waiting']],
    ['http', ['b', ['m2 underWay', 'event-1, again']]],
  ];
  expect(traceIn(entries, 'event-1')).toEqual(both);
  // Seen from one cause, the other is no part of what happened.
  expect(traceIn(entries, 'b')).toEqual([['http', ['b', ['m2 underWay', ['event-1', 'totaal']]]]]);
});

test('what was redriven, discarded or purged says so', () => {
  const of = (messageId: string) => ({ ...queue, atMs: ++now, messageId });
  const dead = { type: 'messageDead', reason: 'loop', attempts: 0, hops: 17 } as const;
  const tracks = read([
    ...['a', 'b', 'c', 'd'].map((id) => sent(id, null)),
    { ...of('a'), ...dead },
    { ...of('b'), ...dead },
    { ...of('b'), type: 'messageRedriven' },
    { ...of('c'), type: 'messageDiscarded' },
  ]);
  const states = () => ['a', 'b', 'c', 'd'].map((id) => tracks.messages.byId.get(id)?.state);
  expect(states()).toEqual(['dead', 'waiting', 'discarded', 'waiting']);
  expect(tracks.messages.byId.get('b')?.deadReason).toBeNull();
  read([{ ...queue, type: 'queuePurged', atMs: ++now }], tracks);
  expect(states()).toEqual(['purged', 'purged', 'discarded', 'purged']);
});

test('a message from an earlier visit is where its trace begins', () => {
  const entries = [delivery('event-1', ['oud'], 2), ...call('pak-in', 'event-1')];
  expect(traceIn(entries, 'event-1')).toEqual([['oud underWay', 'event-1']]);
  expect(read(entries).messages.byId.get('oud')?.isFromEarlier).toBe(true);
});

test('of very many steps the first are shown, the way to the picked one, and the number of the rest', () => {
  const ids = Array.from({ length: 500 }, (_, at) => at);
  const entries = [
    ...call(
      'bestel',
      'bron',
      ids.map((at) => sent(`m${at}`, 'bron')),
    ),
    ...ids.flatMap((at) => [delivery(`event-${at}`, [`m${at}`]), ...call('pak-in', `event-${at}`)]),
  ];
  const trace = traceOf(read(entries), 'event-400');
  const [http] = trace?.roots ?? [];
  const [source] = http?.children ?? [];
  const shown = source?.children.map(({ step }) => nameOf(step)) ?? [];
  expect(shown.at(-1)).toBe('m400 underWay');
  expect(source?.children.at(-1)?.children.map(({ step }) => nameOf(step))).toEqual(['event-400']);
  expect(sizeOf(trace?.roots ?? [])).toBe(SHOWN_STEPS + 2);
  expect(source?.leftOut).toBe(1_002 - (SHOWN_STEPS + 2));
});

function sizeOf(nodes: readonly TraceNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0);
}

test('whatever a list says, a trace ends, and tells each call in full at most once', () => {
  const anyId = fc.constantFrom('a', 'b', 'c', 'd');
  const anyMessage = fc.constantFrom('m1', 'm2', 'm3');
  const anyEntries = fc.array(
    fc.oneof(
      fc.tuple(anyMessage, fc.option(anyId)).map(([id, cause]) => [sent(id, cause)]),
      fc
        .tuple(anyId, fc.uniqueArray(anyMessage, { minLength: 1 }))
        .map(([id, ids]) => [delivery(id, ids), ...call('pak-in', id)]),
      fc
        .tuple(anyId, anyId, fc.boolean())
        .map(([caller, called, isHeard]) => ask(caller, call('betaal', called), called, isHeard)),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(anyEntries, anyId, (entries, picked) => {
      const told = new Map<string, number>();
      const walk = ({ step, children }: TraceNode) => {
        if (step.kind === 'invocation' && !step.isAgain) {
          told.set(step.invocation.invocationId, (told.get(step.invocation.invocationId) ?? 0) + 1);
        }
        for (const child of children) walk(child);
      };
      const tracks = read(entries.flat());
      const trace = traceOf(tracks, picked);
      for (const root of trace?.roots ?? []) walk(root);
      expect(Math.max(0, ...told.values())).toBeLessThanOrEqual(1);
      if (tracks.invocations.has(picked)) expect(told.has(picked)).toBe(true);
    }),
  );
});
