/** A visit over the API of a real run-time (scorm-again), without a browser. */
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPacked } from '../../../src/kit/packed.ts';
import { NO_PROGRESS, type Progress } from '../../../src/progress/progress.ts';
import type { StartFacts } from '../../../src/scorm/package/course-facts.ts';
import {
  BETWEEN_SAVES_MS,
  openSession,
  type Session,
  sessionTime,
  type Told,
} from '../../../src/scorm/session/session.ts';
import { fromSuspend, type KeptCode } from '../../../src/scorm/session/suspend.ts';

const facts: StartFacts = {
  lessons: [{ slug: 'een', title: 'Een' }],
  exercises: [
    {
      name: 'groet',
      title: 'Groet',
      checks: [
        { id: 'a', title: 'Groet terug' },
        { id: 'b', title: 'Zonder naam' },
      ],
    },
    {
      name: 'tel',
      title: 'Tel',
      checks: [
        { id: 'c', title: 'Telt' },
        { id: 'd', title: 'Telt door' },
      ],
    },
  ],
  passMark: null,
  start: 'lessen/een/index.html',
  handIn: null,
};
const withMark = (passMark: number): StartFacts => ({ ...facts, passMark });
const read: Progress = { lessons: { een: true }, exercises: { groet: { passed: ['a', 'b'] } }, last: 'een' };
const made: Progress = { ...read, exercises: { groet: { passed: ['a', 'b'] }, tel: { passed: ['c', 'd'] } } };

type Version = '1.2' | '2004';
interface Api {
  getFlattenedCMI(): Record<string, unknown>;
  loadFromFlattenedJSON(values: Record<string, unknown>): void;
  on(event: string, listener: () => void): void;
}

/** @returns the environment, with what it was told, how often it saved, and a switch to refuse */
function environment(version: Version, kept: Record<string, unknown> = {}) {
  const settings = { autocommit: false, logLevel: 5 } as const;
  const api = (version === '1.2' ? new Scorm12API(settings) : new Scorm2004API(settings)) as unknown as Api;
  api.loadFromFlattenedJSON(kept);
  const methods = api as unknown as Record<string, (...told: string[]) => string>;
  const is = { saved: 0, refuses: (_method: string, _name?: string, _value?: string): boolean => false };
  const told = new Map<string, string>();
  const prefix = version === '1.2' ? 'LMS' : '';
  for (const method of ['SetValue', 'Commit', 'Initialize']) {
    const name = prefix + method;
    const real = methods[name];
    if (!real) throw new Error(`no ${name}`);
    methods[name] = (...values) => {
      if (is.refuses(method, ...values)) return 'false';
      if (method === 'Commit') is.saved += 1;
      if (method === 'SetValue') told.set(values[0] ?? '', values[1] ?? '');
      return real.apply(api, values);
    };
  }
  Object.assign(globalThis, { window: { [version === '1.2' ? 'API' : 'API_1484_11']: api } });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });
  const values = () => api.getFlattenedCMI() as Record<string, string>;
  return { is, told, values };
}

/** A visit on a clock that a test moves by hand. */
function visit(one: StartFacts = facts) {
  let nowMs = 0;
  let waiting: { readonly run: () => void; readonly atMs: number } | null = null;
  const news: Told[] = [];
  const found = openSession(one, {
    now: () => nowMs,
    date: () => new Date('2026-11-29T12:34:56Z'),
    later(run, ms) {
      waiting = { run, atMs: nowMs + ms };
      return () => {
        waiting = null;
      };
    },
    onTold: (told) => news.push(told),
  });
  const pass = (ms: number) => {
    nowMs += ms;
    if (waiting === null || waiting.atMs > nowMs) return;
    const { run } = waiting;
    waiting = null;
    run();
  };
  return { found, session: found as Session, pass, last: () => news.at(-1) };
}

const names = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    location: 'cmi.core.lesson_location',
  },
  '2004': { status: 'cmi.completion_status', score: 'cmi.score.raw', location: 'cmi.location' },
} as const;
const code = (text: string): KeptCode => ({
  name: 'groet',
  atMs: 7,
  fromMs: 0,
  saved: JSON.stringify({ v: 1, base: 'x', files: { 'groet.js': text } }),
});

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
  const { status, score, location } = names[version];

  test('a visit is reported, and the next one goes on where it ended', () => {
    const first = environment(version);
    const { session, last } = visit();
    expect(session.travelled.progress).toEqual(NO_PROGRESS);
    session.report(NO_PROGRESS);
    expect(last()).toMatchObject({ isKept: true, report: { isComplete: false } });
    expect(first.values()).toMatchObject({ [status]: 'incomplete', [score]: '' });
    session.report(read);
    session.at('oefeningen/groet/index.html');
    session.end();
    expect(last()).toMatchObject({ isKept: true, report: { isComplete: true, score: 50 } });
    const kept = first.values();
    expect(kept).toMatchObject({
      [status]: 'completed',
      [score]: '50',
      [location]: 'oefeningen/groet/index.html',
    });
    session.report(made);
    expect(first.values()).toEqual(kept);

    environment(version, {
      [status]: kept[status],
      [score]: kept[score],
      [location]: kept[location],
      'cmi.suspend_data': kept['cmi.suspend_data'],
    });
    const { session: next } = visit();
    expect(next.travelled.progress).toEqual(read);
    expect(next.location).toBe('oefeningen/groet/index.html');
  });

  test('code travels with the progress', () => {
    const { values } = environment(version);
    const { session } = visit();
    session.carry(() => ({ code: [code('export default 1;')], older: [] }));
    session.codeChanged();
    expect(fromSuspend(values()['cmi.suspend_data'] ?? '').code).toEqual([code('export default 1;')]);
  });

  test('what an environment is told is progress, score, status, checks, place, time and code, and nothing else', () => {
    const { told } = environment(version);
    const { session } = visit(withMark(50));
    session.carry(() => ({ code: [code('x')], older: [] }));
    session.report(read);
    session.at('index.html');
    session.tried('groet', [{ id: 'a', isPassed: true, response: '' }]);
    session.end();
    const kinds = [...told.keys()].map(
      (name) => /score|status|time|exit|progress_measure|suspend_data|location|interactions/.exec(name)?.[0],
    );
    expect(kinds).not.toContain(undefined);
    const data = readPacked(told.get('cmi.suspend_data') ?? '');
    expect(Object.keys(data as object).sort()).toEqual(['code', 'exercises', 'last', 'lessons', 'v']);
  });

  test('what was reached stays reached, also when the lesson has become longer', () => {
    const { values } = environment(version, { [status]: 'completed', [score]: '80' });
    const { session } = visit();
    session.report(NO_PROGRESS);
    expect(values()).toMatchObject({ [status]: 'completed', [score]: '80' });
  });

  test('at most one save in ten seconds, and at the end what waits is saved', () => {
    const { is, values } = environment(version);
    const { session, pass } = visit();
    let text = '';
    session.carry(() => ({ code: [code(text)], older: [] }));
    session.report(NO_PROGRESS);
    expect(is.saved).toBe(1);
    for (let second = 1; second < 60; second += 1) {
      pass(1_000);
      text = `versie ${second}`;
      session.codeChanged();
      session.report(NO_PROGRESS);
    }
    expect(is.saved).toBe(1 + Math.floor(59_000 / BETWEEN_SAVES_MS));
    session.end();
    expect(fromSuspend(values()['cmi.suspend_data'] ?? '').code).toEqual([code('versie 59')]);
    const saved = is.saved;
    pass(60_000);
    expect(is.saved).toBe(saved);
  });

  test('what was told already is not saved again, whatever page reports it', () => {
    const { is } = environment(version);
    const { session, pass } = visit();
    for (let page = 0; page < 5; page += 1) {
      session.report(read);
      pass(BETWEEN_SAVES_MS);
    }
    session.saveNow();
    expect(is.saved).toBe(1);
  });

  test('a page that may be gone any moment saves what waits at once', () => {
    const { is } = environment(version);
    const { session } = visit();
    session.report(NO_PROGRESS);
    session.report(read);
    expect(is.saved).toBe(1);
    session.saveNow();
    expect(is.saved).toBe(2);
  });

  test('an environment that does not keep it is told of, and is asked again every ten seconds', () => {
    const { is, values } = environment(version);
    const { session, pass, last } = visit();
    is.refuses = (method) => method === 'Commit';
    session.report(read);
    expect(last()).toMatchObject({ isKept: false });
    is.refuses = () => false;
    pass(BETWEEN_SAVES_MS);
    expect(last()).toMatchObject({ isKept: true });
    expect(is.saved).toBe(1);
    expect(values()).toMatchObject({ [score]: '50' });
  });

  test('an environment that refuses all it is told harms nothing', () => {
    const { is } = environment(version);
    const { session, pass, last } = visit();
    is.refuses = (method) => method !== 'Initialize';
    session.carry(() => ({ code: [code('x')], older: [] }));
    session.report(read);
    session.tried('groet', [{ id: 'a', isPassed: true, response: '' }]);
    pass(BETWEEN_SAVES_MS);
    expect(last()).toMatchObject({ isKept: false });
    expect(() => session.end()).not.toThrow();
  });

  test('an environment that does not begin is no environment', () => {
    const { is } = environment(version);
    is.refuses = (method) => method === 'Initialize';
    expect(visit().found).toBe('REFUSED');
  });

  test('where not all code has room, it is named, and progress goes along', () => {
    const { is, values } = environment(version);
    const { session, last } = visit();
    // Less than the standard says, as some environments do.
    is.refuses = (method, name, value = '') =>
      method === 'SetValue' && name === 'cmi.suspend_data' && value.length > 300;
    session.carry(() => ({
      code: [code(Array.from({ length: 400 }, (_, at) => (at * at).toString(36)).join(''))],
      older: [],
    }));
    session.report(read);
    expect(last()).toMatchObject({ isKept: true, left: ['groet'] });
    expect(fromSuspend(values()['cmi.suspend_data'] ?? '').progress).toEqual(read);
  });

  test('each check is one interaction, with its last result, in a place that a later visit overwrites', () => {
    const { values } = environment(version);
    const { session } = visit();
    session.tried('groet', [
      { id: 'a', isPassed: true, response: '' },
      { id: 'b', isPassed: false, response: `Dag\n\tnull!${'x'.repeat(500)}` },
    ]);
    session.tried('groet', [{ id: 'b', isPassed: false, response: 'Dag, jij!' }]);
    session.end();
    const wrong = version === '1.2' ? 'wrong' : 'incorrect';
    const response = version === '1.2' ? 'student_response' : 'learner_response';
    expect(values()).toMatchObject({
      'cmi.interactions.0.id': 'groet.a',
      'cmi.interactions.0.result': 'correct',
      'cmi.interactions.1.id': 'groet.b',
      'cmi.interactions.1.result': wrong,
      [`cmi.interactions.1.${response}`]: 'Dag, jij!',
      [version === '1.2' ? 'cmi.interactions.1.time' : 'cmi.interactions.1.timestamp']:
        expect.stringMatching(/\d\d:\d\d:\d\d/),
    });
    expect(Object.keys(values()).filter((name) => name.startsWith('cmi.interactions.2'))).toEqual([]);
  });

  test('the list of interactions has no holes: what was not tried says so', () => {
    const { values } = environment(version);
    const { session } = visit();
    session.report(read);
    session.tried('tel', [{ id: 'd', isPassed: true, response: '' }]);
    session.end();
    const results = [0, 1, 2, 3].map((at) => values()[`cmi.interactions.${at}.result`]);
    expect(results).toEqual(['correct', 'correct', 'neutral', 'correct']);
  });

  test('an untouched visit has no score, which a pass mark would call failed', () => {
    const { values } = environment(version);
    const { session } = visit(withMark(60));
    session.report({ ...NO_PROGRESS, last: 'een' });
    session.end();
    expect(values()).toMatchObject({ [score]: '', [status]: 'incomplete' });
    const again = environment(version);
    const { session: tried } = visit(withMark(60));
    tried.tried('groet', [{ id: 'a', isPassed: false, response: '' }]);
    expect(again.values()).toMatchObject({ [score]: '0' });
  });
});

describe('a pass mark', () => {
  test('SCORM 1.2 has one status for both', () => {
    const { values } = environment('1.2');
    const { session, pass } = visit(withMark(60));
    session.report(read);
    expect(values()).toMatchObject({ 'cmi.core.lesson_status': 'failed' });
    session.report(made);
    pass(BETWEEN_SAVES_MS);
    expect(values()).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  });

  test('SCORM 2004 has one for each', () => {
    const { values } = environment('2004');
    const { session, pass } = visit(withMark(60));
    session.report({ ...read, lessons: {} });
    expect(values()).toMatchObject({
      'cmi.completion_status': 'incomplete',
      'cmi.success_status': 'unknown',
    });
    session.report(read);
    pass(BETWEEN_SAVES_MS);
    expect(values()).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' });
    session.report(made);
    pass(BETWEEN_SAVES_MS);
    expect(values()).toMatchObject({ 'cmi.success_status': 'passed', 'cmi.score.scaled': '1' });
  });

  test('who has passed, has passed', () => {
    const { values } = environment('2004', { 'cmi.success_status': 'passed', 'cmi.score.raw': '80' });
    const { session } = visit(withMark(60));
    session.report(NO_PROGRESS);
    expect(values()).toMatchObject({ 'cmi.success_status': 'passed' });
  });
});

test('without an environment, or with one that may not be looked into, there is no session', () => {
  const alone: Record<string, unknown> = {};
  alone['parent'] = alone;
  Object.assign(globalThis, { window: alone });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });
  expect(visit().found).toBe('NONE');
  Object.defineProperty(alone, 'API', {
    get() {
      throw new Error('of another origin');
    },
  });
  expect(visit().found).toBe('NONE');
});

test('the time of a visit', () => {
  expect(sessionTime('1.2', 3_725_400)).toBe('01:02:05');
  expect(sessionTime('1.2', 1e12)).toMatch(/^9999:\d\d:\d\d$/);
  expect(sessionTime('2004', 3_725_400)).toBe('PT3725S');
  expect(sessionTime('2004', -5)).toBe('PT0S');
});
