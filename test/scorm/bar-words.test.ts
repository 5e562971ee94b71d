/** What the bar says of where the work is kept: the truth, with a way out where something would be lost. */
import { describe, expect, test } from 'vitest';
import { NO_PROGRESS } from '../../src/progress/progress.ts';
import { type BarState, barOf } from '../../src/scorm/bar-words.ts';
import type { StartFacts } from '../../src/scorm/package/course-facts.ts';
import { reportOf } from '../../src/scorm/session/report.ts';

const facts: StartFacts = {
  lessons: [{ slug: 'een', title: 'Een' }],
  exercises: [{ name: 'groet', title: 'Groet iedereen', checks: [{ id: 'a', title: 'A' }] }],
  passMark: null,
  start: 'lessen/een/index.html',
  handIn: null,
};
const told = (isKept: boolean, left: readonly string[] = [], one = facts) => ({
  report: reportOf(NO_PROGRESS, one),
  isKept,
  left,
});
const bar = (state: Partial<BarState>, one = facts) =>
  barOf(one, (name) => (name === 'groet' ? 'Groet iedereen' : name), {
    isOnDevice: true,
    hasCode: false,
    older: 0,
    ...state,
  });

test('what the environment knows', () => {
  const nothing = told(true);
  expect(bar({ told: nothing })).toEqual({
    text: 'Je leeromgeving heeft gekregen: “Een” nog niet helemaal gelezen, 0 van 1 controles goed.',
    isProblem: false,
    wantsFile: false,
  });
  const set = { ...facts, lessons: [], passMark: 60 };
  expect(bar({ told: told(true, [], set) }, set).text).toContain(
    'heeft gekregen: 0 van 1 controles goed, geslaagd vanaf 60%.',
  );
  const made = {
    report: reportOf({ ...NO_PROGRESS, exercises: { groet: { passed: ['a'] } } }, set),
    isKept: true,
    left: [],
  };
  expect(bar({ told: made }, set).text).toContain('heeft gekregen: 1 van 1 controles goed, geslaagd.');
  expect(bar({}).text).toBe('');
});

describe('where code is', () => {
  test('with the environment, also when this device keeps nothing', () => {
    const kept = { told: told(true), hasCode: true };
    expect(bar(kept).text).toContain('Je code staat er ook: je kunt op een ander toestel verder.');
    const blocked = bar({ ...kept, isOnDevice: false });
    expect(blocked.text).toContain('Je code staat er ook');
    expect(blocked.text).toContain(
      'Dit toestel bewaart niets: je voorspellingen en afgevinkte stappen gelden alleen voor dit bezoek.',
    );
    expect(blocked.isProblem).toBe(false);
  });

  test('4,096 characters full: which code has no room, where it is, and a file', () => {
    const full = { told: told(true, ['groet', 'tel', 'a', 'b']), hasCode: true };
    expect(bar(full)).toMatchObject({ isProblem: true, wantsFile: true });
    expect(bar(full).text).toContain(
      'geen plaats meer voor de code van Groet iedereen, tel, a …. Die code staat alleen op dit toestel.',
    );
    expect(bar({ ...full, isOnDevice: false }).text).toContain(
      'Die code is weg als je dit venster sluit: bewaar die als bestand.',
    );
  });

  test('an environment that keeps nothing', () => {
    const refused = bar({ told: told(false), hasCode: true });
    expect(refused).toMatchObject({ isProblem: true, wantsFile: true });
    expect(refused.text).toContain('je code en je voortgang staan alleen op dit toestel');
    expect(bar({ told: told(false), isOnDevice: false }).text).toContain(
      'staan nergens anders. Bewaar ze als bestand.',
    );
  });

  test('no environment, or one that does not begin', () => {
    expect(bar({ without: 'NONE' }).text).toContain(
      'Geen leeromgeving gevonden. Je kunt alles doen, maar je voortgang en je code blijven alleen op dit toestel.',
    );
    const refused = bar({ without: 'REFUSED', isOnDevice: false });
    expect(refused.text).toContain('laat dit pakket niet beginnen');
    expect(refused.text).toContain('dit toestel bewaart niets: als je dit venster sluit, is je werk weg');
  });

  test('an older version of another device is told of until it is put away', () => {
    expect(bar({ told: told(true), older: 1 }).text).toContain(
      'Van één functie was er op een ander toestel een andere, oudere versie.',
    );
    expect(bar({ told: told(true), older: 2 }).text).toContain('Van 2 functies');
    expect(bar({ told: told(true), older: 1 }).isProblem).toBe(true);
  });
});
