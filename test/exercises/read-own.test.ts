/** What comes in as an exercise of a teacher's own: read, or refused in sentences; never thrown at anybody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwn, ownFile, readOwn, readOwnFile } from '../../src/exercises/own/index.ts';
import { ownOf, plainOwn } from './own-support.ts';

const problemsOf = (value: unknown): readonly string[] => {
  const read = readOwn(value);
  return isOwn(read) ? [] : read.problems;
};

test('what is written is read back', () => {
  const own = ownOf();
  expect(readOwnFile(ownFile(own))).toEqual(own);
  expect(readOwnFile(`\uFEFF${ownFile(own)}`)).toEqual(own);
});

const check = (change: object) => {
  const plain = plainOwn();
  return { ...plain, checks: [plain.checks[0], { ...plain.checks[1], ...change }] };
};

describe('each mistake is a sentence that says where and what to do', () => {
  test.each([
    ['no task', { ...plainOwn(), task: '' }, 'De opdracht mag niet leeg zijn. Pas dat aan.'],
    ['no checks', { ...plainOwn(), checks: undefined }, 'De controles ontbreekt. Pas dat aan.'],
    [
      'a level',
      { ...plainOwn(), level: 'zwaar' },
      'Het niveau moet een van deze zijn: instap, midden, pittig. Pas dat aan.',
    ],
    [
      'minutes',
      { ...plainOwn(), minutes: 500 },
      'Het aantal minuten moet een heel getal van 2 tot en met 45 zijn. Pas dat aan.',
    ],
    [
      'a name',
      { ...plainOwn(), name: 'groet' },
      'De naam moet met eigen- beginnen, en mag verder alleen kleine letters, cijfers en - hebben. Pas dat aan.',
    ],
    [
      'a field',
      { ...plainOwn(), kleur: 1 },
      'De oefening heeft een veld dat we niet kennen: kleur. Pas dat aan.',
    ],
    [
      'a step',
      check({ steps: [{ do: 'request', path: 'groet' }] }),
      'Controle 2, stap 1, het pad moet met / beginnen. Pas dat aan.',
    ],
    ['no step', check({ steps: [] }), 'Controle 2, `steps` heeft minstens één stap nodig. Pas dat aan.'],
    [
      'JSON',
      check({ after: [{ of: 'kv', key: 'a', json: 'Mila' }] }),
      'Controle 2, verwachting achteraf 1, de waarde is geen JSON: een tekst staat daarin tussen aanhalingstekens. Pas dat aan.',
    ],
    [
      'an input',
      check({ inputs: [{ name: 'a', example: '', kind: 'pick' }] }),
      'Controle 2, verse waarde 1 heeft niets om uit te kiezen. Pas dat aan.',
    ],
    ['a kind', check({ steps: [{ do: 'dans' }] }), 'Controle 2, stap 1, `do` past hier niet. Pas dat aan.'],
    [
      'twins',
      { ...plainOwn(), checks: [plainOwn().checks[0], plainOwn().checks[0]] },
      'Twee controles hebben dezelfde id: naam. Geef een ervan een andere.',
    ],
    [
      'no files',
      { ...plainOwn(), files: [] },
      'Bij de startcode staan geen bestanden. Het zijn er 1 tot 20.',
    ],
    [
      'a path',
      { ...plainOwn(), files: [...plainOwn().files, { path: '../x.js', text: '' }] },
      'Bij de startcode, bestand ../x.js: Een pad mag niet . of .. als map hebben.',
    ],
    [
      'a file too many',
      { ...plainOwn(), solution: [{ path: 'b.js', text: '' }] },
      'De oplossing heeft een bestand b.js, en de startcode niet. Zet het ook bij de startcode, leeg desnoods.',
    ],
    [
      'settings',
      { ...plainOwn(), project: null },
      'De instellingen: het bestand is null. Maak er een object van, tussen { en }.',
    ],
    [
      'Node',
      {
        ...plainOwn(),
        project: {
          ...plainOwn().project,
          functions: { groet: { entry: 'groet.js', trigger: { type: 'http' } } },
          runtime: 'node',
        },
      },
      'De instellingen: `runtime` is "node", en een eigen oefening draait alleen in de sandbox van de browser. Haal `runtime` weg.',
    ],
    [
      'a newer one',
      { ...plainOwn(), v: 2 },
      'Deze oefening is van een nieuwere Functielab. Open die daar. Er is niets veranderd.',
    ],
  ])('%s', (_, value, sentence) => {
    expect(problemsOf(JSON.parse(JSON.stringify(value)))).toContain(sentence);
  });

  test('many mistakes are no wall of text', () => {
    const plain = plainOwn();
    const many = {
      ...plain,
      checks: Array.from({ length: 25 }, (_, at) => ({ ...plain.checks[0], id: `c${at}`, title: '' })),
    };
    const problems = problemsOf(many);
    expect(problems).toHaveLength(9);
    expect(problems.at(-1)).toBe('En nog 17 fouten.');
  });
});

describe('whatever comes in, nothing throws', () => {
  const anything = fc.anything({ withBigInt: false, withDate: false, withMap: false, withSet: false });

  test('anything at all', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const read = readOwn(value);
        expect(isOwn(read) || read.problems.length > 0).toBe(true);
      }),
    );
  });

  test('an exercise in which one place is something else', () => {
    const keys = Object.keys(plainOwn());
    fc.assert(
      fc.property(fc.constantFrom(...keys), anything, (key, value) => {
        const read = readOwn({ ...plainOwn(), [key]: value });
        expect(isOwn(read) || read.problems.every((problem) => problem.length < 400)).toBe(true);
      }),
    );
  });

  test('text of a file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((value) => String(JSON.stringify(value))),
        ),
        (text) => {
          expect(isOwn(readOwnFile(text))).toBe(false);
        },
      ),
    );
  });

  test.each([
    ['keys of the prototype', `{"functielab":"oefening","v":1,"__proto__":{"title":"x"},"constructor":{}}`],
    ['a deep one', `{"functielab":"oefening","v":1,"checks":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['over a megabyte', `{"functielab":"oefening","task":"${'a'.repeat(1_100_000)}"}`],
    ['a million of everything', `{"functielab":"oefening","checks":[${'{},'.repeat(200_000)}{}]}`],
    [
      'files without end',
      `{"functielab":"oefening","files":[${'{"path":"a","text":""},'.repeat(40_000)}{}]}`,
    ],
  ])('%s', (_, text) => {
    const read = readOwnFile(text);
    expect(isOwn(read)).toBe(false);
    expect(isOwn(read) ? 0 : read.problems.join(' ').length).toBeLessThan(4_000);
    expect(Object.prototype).not.toHaveProperty('title');
  });
});
