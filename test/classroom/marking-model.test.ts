/** Marking without a browser: what runs the checks, what is kept where, and the course itself, are the test's. */
import { expect, test } from 'vitest';
import { cupboardOfPage, type MarkingCupboard } from '../../src/classroom/marking/kept/marking-cupboard.ts';
import { markingFile, readMarkingFile } from '../../src/classroom/marking/kept/marking-file.ts';
import type { MarkingTools } from '../../src/classroom/marking/marking-model.ts';
import type { CheckResult } from '../../src/exercises/check.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import {
  COURSE,
  claims,
  device,
  dropped,
  handedIn,
  NOON_MS,
  result,
  table,
  tools,
} from './marking-support.ts';

/** For what comes as soon as the machine gets to it. */
const PATIENT = { timeout: 60_000 };

test('without a set, the columns are what anybody handed in, in the order of the course', async () => {
  const { marking, asked } = tools();
  await marking.mark([handedIn('Mila', { twee: 'goed' }), handedIn('Ali', { een: 'fout', twee: 'fout' })]);
  expect(marking.marked.value?.exercises.map(({ name }) => name)).toEqual(['een', 'twee']);
  expect(table(marking)).toEqual([
    ['Mila', '–', '1/1'],
    ['Ali', '0/1', '0/1'],
  ]);
  expect(marking.marked.value).toMatchObject({ done: 3, of: 3, refused: [] });
  expect(asked.map(({ tariffId, limitMs }) => [tariffId, limitMs])).toEqual([
    [null, 12_000],
    [null, 12_000],
    [null, 12_000],
  ]);
  expect(marking.isRunning.value).toBe(false);
  expect(marking.hasFailed.value).toBe(false);
});

test('a set says which columns there are, in its order, and under which tariff its budgets count', async () => {
  const { marking, asked } = tools();
  const set = {
    ...PLAIN_SET,
    title: 'Klas',
    exercises: ['drie', 'onbekend', 'een'],
    tariff: 'duur',
    deadline: '',
    hints: true,
  };
  marking.setLink(`https://functielab.example/opdracht/${setFragment(set)}`);
  expect(marking.set.value).toEqual(set);
  expect(marking.isLinkWrong.value).toBe(false);
  await marking.mark([handedIn('Mila', { een: 'goed', twee: 'goed' })]);
  expect(marking.marked.value?.exercises.map(({ title }) => title)).toEqual([
    'Oefening drie',
    'Oefening een',
  ]);
  expect(table(marking)).toEqual([['Mila', '–', '1/1']]);
  expect(asked).toMatchObject([{ exercise: 'een', text: 'goed', tariffId: 'duur', limitMs: 12_000 }]);
});

test.for([
  ['', false],
  ['https://functielab.example/opdracht/', true],
  ['https://functielab.example/opdracht/#set=stuk', true],
] as const)('a link "%s" without a whole set: said to be wrong is %s', ([link, isWrong]) => {
  const { marking } = tools();
  marking.setLink(link);
  expect(marking.set.value).toBeNull();
  expect(marking.isLinkWrong.value).toBe(isWrong);
});

test('what is no hand-in is refused by name, and the rest is marked', async () => {
  const { marking } = tools();
  await marking.mark([dropped('brief.txt', 'Beste docent'), handedIn('Mila', { een: 'goed' })]);
  expect(marking.marked.value?.refused).toEqual([{ way: ['brief.txt'], result: 'OTHER_FILE' }]);
  expect(table(marking)).toEqual([['Mila', '1/1']]);
});

test('no files at all change nothing', async () => {
  const { marking } = tools();
  await marking.mark([]);
  expect(marking.marked.value).toBeNull();
});

test('what was picked is shown once it is marked, and no longer after new files', async () => {
  const { marking } = tools();
  expect(marking.shown.value).toBeNull();
  await marking.mark([handedIn('Mila', { een: 'fout' })]);
  expect(marking.shown.value).toBeNull();
  marking.pick(0, 'een');
  expect(marking.shown.value?.results).toEqual([result(false)]);
  marking.pick(0, 'twee');
  expect(marking.shown.value).toBeNull();
  marking.pick(7, 'een');
  expect(marking.shown.value).toBeNull();
  marking.pick(0, 'een');
  await marking.mark([handedIn('Ali', { een: 'goed' })]);
  expect(marking.picked.value).toBeNull();
});

/** Runs that a test ends by hand. */
function byHand() {
  const running: { text: string; settle: () => void; signal: AbortSignal }[] = [];
  const run: MarkingTools['run'] = (_sample, [file], { signal }) =>
    new Promise<readonly CheckResult[]>((resolve) =>
      running.push({ text: file?.text ?? '', settle: () => resolve([result(true)]), signal }),
    );
  return { running, run };
}
const five = () => Array.from({ length: 5 }, (_, at) => handedIn(`L${at}`, { een: `code ${at}` }));

test('stopped, it marks no more; it goes on where it was', async () => {
  const { running, run } = byHand();
  const { marking } = tools({ run });
  const marked = marking.mark(five());
  await expect.poll(() => running.length, PATIENT).toBe(2);
  expect(marking.isRunning.value).toBe(true);
  running[0]?.settle();
  await expect.poll(() => running.length, PATIENT).toBe(3);
  expect(marking.marked.value).toMatchObject({ done: 1, of: 5 });
  marking.stop();
  expect(running.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  for (const { settle } of running) settle();
  await marked;
  expect(running).toHaveLength(3);
  expect(marking.marked.value).toMatchObject({ done: 1, of: 5 });
  expect(marking.isRunning.value).toBe(false);
  const more = marking.goOn();
  await expect.poll(() => running.length, PATIENT).toBe(5);
  for (let at = 3; at < 7; at += 1) {
    await expect.poll(() => running.length, PATIENT).toBeGreaterThan(at);
    running[at]?.settle();
  }
  await more;
  expect(running.map(({ text }) => text).filter((text) => text === 'code 0')).toHaveLength(1);
  expect(marking.marked.value).toMatchObject({ done: 5, of: 5 });
});

test('paused, it takes nothing new, and what runs comes to its end and counts', async () => {
  const { running, run } = byHand();
  const { marking } = tools({ run });
  const marked = marking.mark(five());
  await expect.poll(() => running.length, PATIENT).toBe(2);
  marking.pause();
  expect(marking.isPausing.value).toBe(true);
  for (const { settle } of running) settle();
  await marked;
  expect(running).toHaveLength(2);
  expect(marking.isPausing.value).toBe(false);
  expect(marking.marked.value).toMatchObject({ done: 2, of: 5 });
});

test('what comes in while it marks is added and marked too', async () => {
  const { running, run } = byHand();
  const { marking } = tools({ run });
  const first = marking.mark([handedIn('Mila', { een: 'a' })]);
  await expect.poll(() => running.length, PATIENT).toBe(1);
  await marking.mark([handedIn('Ali', { een: 'b' })]);
  expect(marking.marked.value).toMatchObject({ done: 0, of: 2 });
  running[0]?.settle();
  await expect.poll(() => running.length, PATIENT).toBe(2);
  running[1]?.settle();
  await first;
  expect(marking.marked.value).toMatchObject({ done: 2, of: 2 });
});

test('later hand-ins are added: the newest of a person counts, the earlier stays to be seen, nothing runs twice', async () => {
  const { marking, asked } = tools();
  await marking.mark([handedIn('Mila', { een: 'fout' }), handedIn('Ali', { een: 'goed' })]);
  const { seed } = marking.marked.value ?? {};
  await marking.mark([handedIn('Mila', { een: 'goed' }), handedIn('Bo', { een: 'half' })]);
  expect(table(marking)).toEqual([
    ['Mila', '1/1'],
    ['Ali', '1/1'],
    ['Bo', '0/1'],
  ]);
  expect(marking.marked.value?.rows[0]?.earlier.map((one) => one.exercises.get('een'))).toEqual([
    { 'a.js': 'fout' },
  ]);
  // Mila's new code is what Ali had: it was marked.
  expect(asked.map(({ text }) => text)).toEqual(['fout', 'goed', 'half']);
  expect(new Set(asked.map((one) => one.seed))).toEqual(new Set([seed]));
});

test('the same files once more change nothing, and that is told', async () => {
  const { marking, asked } = tools();
  const files = () => [handedIn('Mila', { een: 'goed' }), dropped('brief.txt', 'Beste docent')];
  await marking.mark(files());
  await marking.mark(files());
  expect(marking.added.value).toEqual({ fresh: 0, known: 2 });
  expect(marking.marked.value?.refused).toHaveLength(1);
  expect(marking.marked.value?.rows).toHaveLength(1);
  expect(asked).toHaveLength(1);
});

test('a file that was saved twice counts once, also in one drop; the same code under another name stays', async () => {
  const { marking } = tools();
  const madeAt = '2026-12-04T12:00:00Z';
  const file = (name: string, who: string) => ({ ...handedIn(who, { een: 'goed' }, { madeAt }), name });
  await marking.mark([file('mila.json', 'Mila'), file('mila (1).json', 'Mila'), file('ali.json', 'Ali')]);
  expect(marking.added.value).toEqual({ fresh: 2, known: 1 });
  expect(marking.marked.value?.rows.map(({ who, remarks }) => [who, remarks])).toEqual([
    ['Mila', []],
    ['Ali', []],
  ]);
  await marking.mark([file('mila (2).json', 'Mila')]);
  expect(marking.added.value).toEqual({ fresh: 0, known: 1 });
});

test('what a teacher put in is there again on the same device, with the verdicts, and nothing runs again', async () => {
  const cupboard = cupboardOfPage();
  const { marking } = tools(device(cupboard));
  await marking.mark([handedIn('Mila', { een: 'goed', twee: 'fout' }), dropped('brief.txt', 'Beste docent')]);
  marking.setWeight('een', 3);
  marking.setPassMark(0.7);
  marking.rename('Klas 1B');
  const key = marking.marked.value?.rows[0]?.key ?? '';
  marking.setRemark(key, 'Mooi');
  await marking.kept.settled();
  const before = marking.marked.value;

  const { marking: next, asked } = tools(device(cupboard));
  await next.kept.open();
  expect(next.kept.listed.value.map(({ title, people }) => [title, people])).toEqual([['Klas 1B', 1]]);
  expect(await next.open(next.kept.listed.value[0]?.id ?? '')).toBe(true);
  expect(next.marked.value).toEqual(before);
  expect(next.marked.value?.remarksOf.get(key)).toBe('Mooi');
  await next.goOn();
  expect(asked).toEqual([]);
  await next.mark([handedIn('Ali', { een: 'fout' })]);
  expect(asked.map(({ text }) => text)).toEqual(['fout']);
  expect(asked[0]?.seed).toBe(before?.seed);
});

/** Makes tabs of one browser. */
function browser(cupboard = cupboardOfPage()) {
  const shared = { ...device(cupboard), claim: claims() };
  return () => tools(shared).marking;
}
const namesIn = ({ marked }: ReturnType<typeof tools>['marking']) => marked.value?.rows.map(({ who }) => who);

test('a second tab with the same marking is a copy that says so, and writes over nothing', async () => {
  const openTab = browser();
  const first = openTab();
  await first.mark([handedIn('Mila', { een: 'goed' })]);
  const id = first.id.value ?? '';
  expect(first.isCopy.value).toBe(false);
  await first.kept.settled();
  const second = openTab();
  expect(await second.open(id)).toBe(true);
  await first.mark([handedIn('Ali', { een: 'goed' }), handedIn('Cas', { een: 'goed' })]);
  await second.mark([handedIn('Bo', { een: 'fout' })]);
  first.rename('Klas 1A');
  second.rename('Klas 1B');
  expect(namesIn(second)).toEqual(['Mila', 'Bo']);
  await Promise.all([first.kept.settled(), second.kept.settled()]);
  const third = openTab();
  expect(await third.open(id)).toBe(true);
  expect(namesIn(third)).toEqual(['Mila', 'Ali', 'Cas']);
  expect(third.title.value).toBe('Klas 1A');
  expect(third.marked.value).toMatchObject({ done: 3, of: 3 });
  expect([second.isCopy.value, third.isCopy.value]).toEqual([true, true]);
  await second.close();
  expect(second.isCopy.value).toBe(false);
});

test('what a tab has closed is another’s to keep, as it is then and not as it once was listed', async () => {
  const openTab = browser();
  const first = openTab();
  await first.mark([handedIn('Mila', { een: 'goed' })]);
  const id = first.id.value ?? '';
  await first.kept.settled();
  const second = openTab();
  await second.kept.open();
  first.rename('Klas 1A');
  await first.mark([handedIn('Ali', { een: 'goed' })]);
  await first.close();
  await first.kept.settled();
  expect(await second.open(id)).toBe(true);
  expect(second.isCopy.value).toBe(false);
  expect([second.title.value, namesIn(second)]).toEqual(['Klas 1A', ['Mila', 'Ali']]);
  expect(await first.open(id)).toBe(true);
  expect(first.isCopy.value).toBe(true);
});

test('a tab that leaves a marking and comes back to it is no copy of itself', async () => {
  const cupboard = cupboardOfPage();
  let held = Promise.resolve();
  const write: MarkingCupboard['write'] = (changes) => held.then(() => cupboard.write(changes));
  const marking = browser({ ...cupboard, write })();
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  await marking.kept.settled();
  const id = marking.id.value ?? '';
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  held = promise;
  marking.rename('Klas 1A');
  await marking.close();
  const opened = marking.open(id);
  letGo();
  await opened;
  expect([marking.id.value, marking.isCopy.value]).toEqual([id, false]);
});

test('what changes in any moment in which a write comes to its end is written too', async () => {
  for (let moments = 0; moments < 10; moments += 1) {
    const cupboard = cupboardOfPage();
    const { marking } = tools(device(cupboard));
    await marking.mark([handedIn('Mila', { een: 'goed' })]);
    await marking.kept.settled();
    marking.rename('eerst');
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    marking.rename('daarna');
    await marking.kept.settled();
    expect((await cupboard.list()).map(({ head }) => head.title)).toEqual(['daarna']);
  }
});

test('files that come while others are read are read after them', async () => {
  const { marking } = tools();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const late = handedIn('Mila', { een: 'goed' });
  const first = marking.mark([{ ...late, arrayBuffer: () => held.then(late.arrayBuffer) }]);
  const second = marking.mark([handedIn('Ali', { een: 'fout' })]);
  expect([marking.isReading.value, marking.isHeldUp.value]).toEqual([true, true]);
  letGo();
  await Promise.all([first, second]);
  expect(marking.marked.value?.rows.map(({ who }) => who)).toEqual(['Mila', 'Ali']);
  expect([marking.isReading.value, marking.isHeldUp.value]).toEqual([false, false]);
});

test('that files could not be read stays said when others are read after them', async () => {
  const { marking } = tools();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const broken = {
    ...handedIn('Mila', { een: 'goed' }),
    arrayBuffer: () => held.then(() => Promise.reject(new Error())),
  };
  const first = marking.mark([broken]);
  const second = marking.mark([handedIn('Ali', { een: 'fout' })]);
  letGo();
  await Promise.all([first, second]);
  expect(marking.marked.value?.rows.map(({ who }) => who)).toEqual(['Ali']);
  expect(marking.hasFailed.value).toBe(true);
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  expect(marking.hasFailed.value).toBe(false);
});

test.for(['open', 'close'] as const)(
  'files are for the marking that is open when they come, also when its teacher goes on to %s before they are read',
  async (next) => {
    const { marking } = tools();
    await marking.mark([handedIn('Mila', { een: 'goed' })]);
    const other = marking.id.value ?? '';
    await marking.close();
    await marking.mark([handedIn('Ali', { een: 'fout' })]);
    const mine = marking.id.value ?? '';
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const late = handedIn('Bo', { een: 'laat' });
    const arrayBuffer = () => held.then(late.arrayBuffer);
    const marked = marking.mark([{ ...late, arrayBuffer }]);
    const gone = next === 'open' ? marking.open(other) : marking.close();
    expect(marking.isHeldUp.value).toBe(true);
    letGo();
    await Promise.all([marked, gone]);
    expect(marking.isHeldUp.value).toBe(false);
    expect(marking.id.value).toBe(next === 'open' ? other : null);
    const names = () => marking.marked.value?.rows.map(({ who }) => who);
    expect(await marking.open(other)).toBe(true);
    expect(names()).toEqual(['Mila']);
    expect(await marking.open(mine)).toBe(true);
    expect(names()).toEqual(['Ali', 'Bo']);
  },
);

test('a page that goes writes what still waits for what is being written', async () => {
  const cupboard = cupboardOfPage();
  const { promise: neverEnds } = Promise.withResolvers<void>();
  const written: string[] = [];
  const write: MarkingCupboard['write'] = (changes) => {
    written.push(changes.row.head.title);
    return neverEnds;
  };
  const { marking } = tools(device({ ...cupboard, write }));
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  const atFirst = written.length;
  marking.rename('Klas 1B');
  expect(written).toHaveLength(atFirst);
  marking.kept.writeNow();
  expect(written.slice(atFirst)).toEqual(['Klas 1B']);
  marking.kept.writeNow();
  expect(written).toHaveLength(atFirst + 1);
});

test('an exercise that the course changed is marked again; until then the old verdict is told to be old', async () => {
  const cupboard = cupboardOfPage();
  const { marking } = tools(device(cupboard));
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  await marking.kept.settled();
  const newer = COURSE.map((one) => ({ ...one, version: '00000002' }));
  const { marking: next, asked } = tools({ ...device(cupboard), loadCourse: async () => newer });
  await next.kept.open();
  await next.open(next.kept.listed.value[0]?.id ?? '');
  expect(next.marked.value).toMatchObject({ done: 0, of: 1 });
  expect(next.marked.value?.marks[0]?.get('een')).toMatchObject({ isOld: true });
  await next.goOn();
  expect(asked).toHaveLength(1);
  expect(next.marked.value).toMatchObject({ done: 1, of: 1 });
  expect(next.marked.value?.marks[0]?.get('een')?.isOld).toBeUndefined();
});

test('thrown away it is out of the list, and put back it is whole', async () => {
  const cupboard = cupboardOfPage();
  const { marking } = tools(device(cupboard));
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  const id = marking.id.value ?? '';
  await marking.close();
  expect(marking.marked.value).toBeNull();
  marking.kept.remove(id);
  expect(marking.kept.listed.value).toEqual([]);
  expect(await marking.open(id)).toBe(false);
  marking.kept.putBack();
  expect(await marking.open(id)).toBe(true);
  expect(table(marking)).toEqual([['Mila', '1/1']]);
  marking.kept.remove(id);
  await marking.kept.settled();
  // Another page that opens meanwhile leaves it there, so that it comes back whole.
  const { marking: next } = tools(device(cupboard));
  await next.kept.open();
  expect(next.kept.listed.value).toEqual([]);
  marking.kept.putBack();
  await marking.kept.settled();
  const { marking: third } = tools(device(cupboard));
  await third.kept.open();
  expect(await third.open(id)).toBe(true);
  expect(table(third)).toEqual([['Mila', '1/1']]);
});

test('thrown away it is gone for good at a visit more than an hour later', async () => {
  const cupboard = cupboardOfPage();
  const { marking } = tools(device(cupboard));
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  marking.kept.remove(marking.id.value ?? '');
  await marking.kept.settled();
  const visit = async (nowMs: number) => {
    const { marking: next } = tools({ ...device(cupboard), nowMs: () => nowMs });
    await next.kept.open();
    expect(next.kept.listed.value).toEqual([]);
    return cupboard.list();
  };
  const hourMs = 60 * 60 * 1_000;
  expect(await visit(NOON_MS + hourMs)).toHaveLength(1);
  expect(await visit(NOON_MS + hourMs + 1)).toEqual([]);
});

test('two markings are two, and a file opens as a third or goes into the one that is open', async () => {
  const { marking, asked } = tools();
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  const file = markingFile(marking.state());
  await marking.close();
  await marking.mark([handedIn('Ali', { een: 'fout' })]);
  expect(marking.kept.listed.value).toHaveLength(2);
  const read = readMarkingFile(file);
  if (typeof read === 'string') return expect.fail(read);
  await marking.take(read, 'merge');
  expect(table(marking)).toEqual([
    ['Ali', '0/1'],
    ['Mila', '–'],
  ]);
  // Another class had other inputs: what was marked by these is marked again.
  await marking.goOn();
  expect(asked.map(({ text }) => text)).toEqual(['goed', 'fout', 'goed']);
  await marking.take(read, 'second');
  expect(table(marking)).toEqual([['Mila', '1/1']]);
  expect(marking.kept.listed.value).toHaveLength(3);
  await marking.goOn();
  expect(asked).toHaveLength(3);
});

test.for([
  ['newer', Object.assign(new Error('newer'), { name: 'VersionError' }), 'NEWER'],
  ['forbidden', new Error('forbidden'), 'FORBIDDEN'],
] as const)(
  'a store that is %s is told, left alone, and marking goes on without it',
  async ([, error, problem]) => {
    const { marking } = tools({
      openCupboard: async () => {
        throw error;
      },
    });
    await marking.mark([handedIn('Mila', { een: 'goed' })]);
    expect(table(marking)).toEqual([['Mila', '1/1']]);
    expect(marking.kept.problem.value).toBe(problem);
  },
);

test('what lies there broken is set aside and told, and the others open', async () => {
  const cupboard = cupboardOfPage();
  const { marking } = tools(device(cupboard));
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  await marking.kept.settled();
  const [row] = await cupboard.list();
  if (row === undefined) return expect.fail('nothing was kept');
  const broken = { way: ['x.json'], drop: 0, text: '{' };
  const write = (id: string, head: object, sources: ReadonlyMap<number, typeof broken>) =>
    cupboard.write({ row: { ...row, id, head: { ...row.head, ...head } }, sources, verdicts: new Map() });
  await write('nakijken-7', { seed: 'zeven' }, new Map());
  await write('nakijken-8', {}, new Map([[0, broken]]));
  const { marking: next } = tools(device(cupboard));
  await next.kept.open();
  expect(next.kept.setAside.value.map(({ id }) => id)).toEqual(['nakijken-7']);
  expect(await next.open('nakijken-8')).toBe(false);
  expect(next.kept.setAside.value.map(({ id }) => id)).toEqual(['nakijken-7', 'nakijken-8']);
  expect(await next.kept.readAsItIs({ ...row, id: 'nakijken-8' })).toContain('"text":"{"');
  expect(await next.open(row.id)).toBe(true);
  expect(await cupboard.list()).toHaveLength(3);
});

test('a disk that gets full is told, and nothing on the screen is lost', async () => {
  const cupboard = cupboardOfPage();
  let isFull = false;
  const { marking } = tools(
    device({
      ...cupboard,
      write: async (changes) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        await cupboard.write(changes);
      },
    }),
  );
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  await marking.kept.settled();
  isFull = true;
  await marking.mark([handedIn('Ali', { een: 'fout' })]);
  await marking.kept.settled();
  expect(marking.kept.problem.value).toBe('FORBIDDEN');
  const id = marking.id.value ?? '';
  await marking.close();
  expect(await marking.open(id)).toBe(true);
  expect(table(marking)).toEqual([
    ['Mila', '1/1'],
    ['Ali', '0/1'],
  ]);
});

test.for([
  '',
  '{',
  '{"functielab":"inlevering"}',
  '{"functielab":"nakijken","v":2}',
  '{"functielab":"nakijken","v":1}',
])('a file "%s" is no marking to open, and says why', (text) => {
  expect(readMarkingFile(text)).toMatch(/^(OTHER_FILE|NEWER|BROKEN)$/);
});

test('of a marking in a file no part is taken when one of it is broken', async () => {
  const { marking } = tools();
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  const file = markingFile(marking.state());
  expect(readMarkingFile(file)).toMatchObject({ head: { title: 'Nakijkwerk van 4 december 2026' } });
  expect(readMarkingFile(file.slice(0, -20))).toBe('BROKEN');
  const whole = JSON.parse(file) as { sources: object[]; verdicts: object[] };
  expect(readMarkingFile(JSON.stringify({ ...whole, sources: [...whole.sources, {}] }))).toBe('BROKEN');
  expect(readMarkingFile(JSON.stringify({ ...whole, verdicts: [{ key: 'a' }] }))).toBe('BROKEN');
  expect(readMarkingFile(JSON.stringify({ ...whole, passMark: 0 }))).toBe('BROKEN');
});

test('a course that can not be fetched is said, and the next try may succeed', async () => {
  let isThere = false;
  const { marking } = tools({
    loadCourse: async () => {
      if (!isThere) throw new Error('offline');
      return COURSE;
    },
  });
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  expect(marking.hasFailed.value).toBe(true);
  expect(marking.marked.value).toBeNull();
  expect(marking.isRunning.value).toBe(false);
  isThere = true;
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  expect(marking.hasFailed.value).toBe(false);
  expect(table(marking)).toEqual([['Mila', '1/1']]);
});

test('a class has one seed, drawn at marking, and the next class another', async () => {
  const { marking, asked } = tools();
  await marking.mark([handedIn('Mila', { een: 'a', twee: 'b' }), handedIn('Ali', { een: 'c' })]);
  expect(new Set(asked.map(({ seed }) => seed))).toEqual(new Set([marking.marked.value?.seed]));
  await marking.close();
  await marking.mark([handedIn('Mila', { een: 'a' })]);
  expect(new Set(asked.map(({ seed }) => seed)).size).toBe(2);
});
