/** An exercise of a teacher's own that is open in two tabs: what is typed in the one is shown in the other, and neither loses it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createMaker } from '../../src/authoring/authoring-model.ts';
import { newCheck } from '../../src/authoring/new-draft.ts';
import { followDrafts, type OwnCheck } from '../../src/exercises/own/index.ts';

type Heard = (event: { readonly key: string | null }) => void;
const heard = new Set<Heard>();
let marks = 0;

beforeEach(() => {
  heard.clear();
  roomFor = Number.POSITIVE_INFINITY;
  const kept = new Map<string, string>();
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, text: string) => {
          if (text.length > roomFor) throw new Error('full');
          kept.set(key, text);
        },
        removeItem: (key: string) => kept.delete(key),
      },
      {
        ownKeys: () => [...kept.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
  vi.stubGlobal('addEventListener', (type: string, listener: Heard) => {
    if (type === 'storage') heard.add(listener);
  });
  vi.stubGlobal('removeEventListener', (_type: string, listener: Heard) => heard.delete(listener));
});

const newMark = () => {
  marks += 1;
  return `merk${marks}`;
};
let nowMs = 0;
const tab = () =>
  createMaker({
    nowMs: () => {
      nowMs += 1;
      return nowMs;
    },
    newMark,
  });
/** Set by a test: this device has no room for what is longer. */
let roomFor = Number.POSITIVE_INFINITY;
const tell = (key: string | null) => {
  for (const listener of heard) listener({ key });
};

test('what is typed in the one is in the form of the other, and what that adds keeps it', () => {
  const [here, there] = [tab(), tab()];
  const stop = followDrafts(here.lookElsewhere);
  here.create();
  const name = here.open.value?.name ?? '';
  there.openDraft(name);
  there.change({ title: 'Tel de letters' });
  tell(`functielab:oefening:${name}`);
  expect(here.open.value?.title).toBe('Tel de letters');
  here.change({ minutes: 25 });
  expect(tab().drafts.value).toEqual([]);
  const again = tab();
  again.openDraft(name);
  expect([again.open.value?.title, again.open.value?.minutes]).toEqual(['Tel de letters', 25]);
  stop();
  there.change({ title: 'Anders' });
  tell(null);
  expect(here.open.value?.title).toBe('Tel de letters');
});

test('the list has what another tab makes; what is open stays when it is thrown away elsewhere, or something else is kept', () => {
  const [here, there] = [tab(), tab()];
  followDrafts(here.lookElsewhere);
  there.create();
  const name = there.open.value?.name ?? '';
  tell('functielab:leesplek');
  expect(here.drafts.value).toEqual([]);
  tell(`functielab:oefening:${name}`);
  expect(here.drafts.value.map(({ own }) => own.name)).toEqual([name]);
  here.openDraft(name);
  const turn = here.turn.value;
  const [, other] = [tab(), tab()];
  other.create();
  tell(null);
  expect([here.open.value?.name, here.turn.value]).toEqual([name, turn]);
  if (there.open.value !== null) there.remove(there.open.value);
  tell(`functielab:oefening:${name}`);
  expect(here.open.value?.name).toBe(name);
  here.change({ title: 'Toch bewaard' });
  there.openDraft(name);
  expect(there.open.value?.title).toBe('Toch bewaard');
});

test('what this device had no room for stays in the form, whatever another tab does', () => {
  const [here, there] = [tab(), tab()];
  followDrafts(here.lookElsewhere);
  here.create();
  roomFor = 0;
  here.change({ title: 'Past niet meer' });
  tell(null);
  expect(here.open.value?.title).toBe('Past niet meer');
  roomFor = Number.POSITIVE_INFINITY;
  there.create();
  tell(null);
  expect(here.open.value?.title).toBe('Past niet meer');
});

test('what a trial found goes to the checks as they are by then, and to no other exercise', () => {
  const maker = tab();
  maker.create();
  const first = maker.open.value;
  if (first === null) throw new Error('Nothing is open');
  maker.change({ checks: [newCheck(first)] });
  const found = (check: OwnCheck) => ({ ...check, passesAtStart: true });
  maker.change({ checks: maker.open.value?.checks.map((one) => ({ ...one, title: 'Later getypt' })) ?? [] });
  maker.changeChecks(first.name, found);
  expect(maker.open.value?.checks).toMatchObject([{ title: 'Later getypt', passesAtStart: true }]);
  maker.create();
  const second = maker.open.value;
  if (second === null) throw new Error('Nothing is open');
  maker.change({ checks: [newCheck(second)] });
  maker.changeChecks(first.name, found);
  expect(maker.open.value?.checks).toMatchObject([{ passesAtStart: false }]);
});
