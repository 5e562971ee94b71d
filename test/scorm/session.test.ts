/** A visit over the API of a real run-time (scorm-again), without a browser. */
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPacked } from '../../src/kit/packed.ts';
import { NO_PROGRESS, type Progress } from '../../src/progress/progress.ts';
import type { LessonFacts } from '../../src/scorm/report.ts';
import { openSession } from '../../src/scorm/session.ts';

const lessons: readonly LessonFacts[] = [
  { slug: 'een', title: 'Een', exercises: [{ name: 'groet', checks: ['a', 'b'] }] },
];
const read: Progress = { lessons: { een: true }, exercises: { groet: { passed: ['a'] } }, last: 'een' };

interface Api {
  getFlattenedCMI(): Record<string, unknown>;
  loadFromFlattenedJSON(values: Record<string, unknown>): void;
  LMSCommit(): string;
  Commit(): string;
}

function environment(version: '1.2' | '2004', kept: Record<string, unknown> = {}): Api {
  const settings = { autocommit: false, logLevel: 5 } as const;
  const api = version === '1.2' ? new Scorm12API(settings) : new Scorm2004API(settings);
  api.loadFromFlattenedJSON(kept);
  const around = { [version === '1.2' ? 'API' : 'API_1484_11']: api };
  Object.assign(globalThis, { window: around });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });
  return api as unknown as Api;
}

const names = {
  '1.2': { status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw' },
  '2004': { status: 'cmi.completion_status', score: 'cmi.score.raw' },
} as const;

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
  const { status, score } = names[version];

  test('a visit is reported, and the next one goes on where it ended', () => {
    const first = environment(version);
    const session = openSession(lessons, () => 0);
    expect(session?.progress).toEqual(NO_PROGRESS);
    expect(session?.report(NO_PROGRESS)).toMatchObject({ isComplete: false, isKept: true });
    expect(first.getFlattenedCMI()).toMatchObject({ [status]: 'incomplete', [score]: '0' });
    expect(session?.report(read)).toMatchObject({ isComplete: true, score: 50, isKept: true });
    session?.end();
    const kept = first.getFlattenedCMI();
    expect(kept).toMatchObject({ [status]: 'completed', [score]: '50' });
    expect(session?.report(read)).toMatchObject({ isKept: false });

    const lasting = {
      [status]: kept[status],
      [score]: kept[score],
      'cmi.suspend_data': kept['cmi.suspend_data'],
    };
    environment(version, lasting);
    expect(openSession(lessons)?.progress).toEqual(read);
  });

  test('what an environment is told is progress, score, status and time, and none of it is code', () => {
    const told = new Map<string, string>();
    const api = environment(version);
    const method = version === '1.2' ? 'LMSSetValue' : 'SetValue';
    const tell = (api as unknown as Record<string, (name: string, value: string) => string>)[method];
    if (!tell) throw new Error('no way to tell');
    Object.assign(api, {
      [method]: (name: string, value: string) => {
        told.set(name, value);
        return tell.call(api, name, value);
      },
    });
    const session = openSession(lessons, () => 0);
    session?.report(read);
    session?.end();
    const kinds = [...told.keys()].map(
      (name) => /score|status|time|exit|progress_measure|suspend_data/.exec(name)?.[0],
    );
    expect(kinds).not.toContain(undefined);
    const data = readPacked(told.get('cmi.suspend_data') ?? '');
    expect(Object.keys(data as object).sort()).toEqual(['exercises', 'last', 'lessons', 'v']);
  });

  test('what was reached stays reached, also when the lesson has become longer', () => {
    const api = environment(version, { [status]: 'completed', [score]: '80' });
    const session = openSession(lessons);
    session?.report(NO_PROGRESS);
    expect(api.getFlattenedCMI()).toMatchObject({ [status]: 'completed', [score]: '80' });
  });

  test('an environment that does not keep it is told of', () => {
    const api = environment(version);
    const session = openSession(lessons);
    api.LMSCommit = () => 'false';
    api.Commit = () => 'false';
    expect(session?.report(read)).toMatchObject({ isKept: false });
  });
});

test('without an environment, or with one that may not be looked into, there is no session', () => {
  const alone: Record<string, unknown> = {};
  alone['parent'] = alone;
  Object.assign(globalThis, { window: alone });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });
  expect(openSession(lessons)).toBeNull();
  Object.defineProperty(alone, 'API', {
    get() {
      throw new Error('of another origin');
    },
  });
  expect(openSession(lessons)).toBeNull();
});
