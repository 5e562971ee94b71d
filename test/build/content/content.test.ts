/** Bad input of an author: named in Dutch with file, field and line, all of it at once, before anything is built. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contentProblems, listed } from '../../../src/build/content/index.ts';
import { newExercise, newLesson, type Scaffold } from '../../../src/cli/new.ts';
import { siteFolder, writeSite } from '../site-folder.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const LESSON = 'content/lessons/01-een-les.mdx';
const GUIDE = 'content/guides/een-les.yaml';
const TASK = 'content/functions/een-oefening/opdracht.mdx';
const MANIFEST = 'content/functions/een-oefening/function.json';

const PAGES = { 'src/pages/maand.astro': '', 'src/pages/oefeningen/[name].astro': '', 'public/a.txt': '' };
const BEGROET = {
  'content/functions/begroet/function.json': JSON.stringify({
    title: 'Begroet',
    files: ['begroet.js'],
    entry: 'begroet.js',
    trigger: { type: 'http', path: '/' },
  }),
  'content/functions/begroet/begroet.js': '',
};

function made(scaffold: Scaffold | string): Scaffold['files'] {
  if (typeof scaffold === 'string') throw new Error(scaffold);
  return scaffold.files;
}

/** What `new:lesson` and `new:exercise` make, and around it what they expect of a project. */
function project(changes: Readonly<Record<string, (text: string) => string>> = {}) {
  const folder = siteFolder({ ...PAGES, ...BEGROET, 'content/lessons/LEES.md': '' });
  const lesson = made(newLesson(folder, ['een-les', 'Een les']));
  writeSite(folder, lesson);
  const exercise = made(newExercise(folder, ['een-oefening', 'een-les']));
  writeSite(folder, exercise);
  const files: Readonly<Record<string, string>> = { ...BEGROET, ...lesson, ...exercise };
  for (const [file, change] of Object.entries(changes)) {
    const text = files[file] ?? '';
    const changed = change(text);
    if (changed === text) throw new Error(`${file} did not change`);
    writeSite(folder, { [file]: changed });
  }
  return folder;
}

const without = (line: RegExp) => (text: string) => text.replace(line, '');
const instead = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const behind = (text: string) => (before: string) => `${before}\n${text}\n`;

/** Without the heading: a line each. */
const told = (folder: string) =>
  listed(contentProblems(folder))
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');

test('of this project nothing is wrong', () => {
  expect(contentProblems(PROJECT)).toEqual([]);
});

test('a new lesson with a new exercise is in order', () => {
  expect(contentProblems(project())).toEqual([]);
});

describe('the words of the field', () => {
  const TERMS = 'content/terms.yaml';
  const KNOWN = 'koude start:\n  definition: "Een start waarvoor nog niets klaarstond."\n';
  const withTerms = (text: string, lesson: string) =>
    project({ [LESSON]: behind(lesson), [TERMS]: () => text });

  test('each have a definition and a lesson, whatever they begin with', () => {
    expect(told(withTerms(KNOWN, 'Een <Term en="cold start">Koude start</Term>.'))).toEqual([]);
  });

  test('without a definition are named with their line', () => {
    const lesson = 'Een <Term>koude start</Term>,\nof een <Term en="warm start">warme start</Term>.';
    expect(told(withTerms(KNOWN, lesson))).toEqual([
      expect.stringMatching(
        /^ {2}content\/lessons\/01-een-les\.mdx, regel \d+: het begrip "warme start" heeft geen uitleg: zet die in content\/terms\.yaml$/,
      ),
    ]);
  });

  test('that no lesson explains are named too, and so is a definition of two words', () => {
    const short = 'piek:\n  definition: "Een piek."\n';
    expect(told(withTerms(KNOWN + short, 'Een <Term>piek</Term>.'))).toEqual([
      `  ${TERMS}, regel 4, veld piek.definition: moet minstens 30 tekens zijn`,
      `  ${TERMS}, regel 1: "koude start" staat in geen enkele les als <Term>`,
    ]);
  });
});

describe('a lesson', () => {
  test.each([
    ['without a field', without(/^minutes:.*\n/m), `  ${LESSON}, regel 2, veld minutes: ontbreekt`],
    ['without a title', without(/^title:.*\n/m), `  ${LESSON}, regel 2, veld title: ontbreekt`],
    [
      'with a wrong field',
      instead(/^minutes: .*/m, 'minutes: "tien"'),
      `  ${LESSON}, regel 5, veld minutes: moet een getal zijn`,
    ],
    [
      'with half a number',
      instead(/^order: .*/m, 'order: 1.5'),
      `  ${LESSON}, regel 4, veld order: moet een heel getal zijn`,
    ],
    [
      'with a wrong part of a list',
      instead('- "uitleggen', '- 12\n  - "uitleggen'),
      `  ${LESSON}, regel 9, veld goals[1]: moet tekst zijn`,
    ],
    [
      'with a field that is unknown',
      instead(/^minutes: /m, 'uren: 2\nminutes: '),
      `  ${LESSON}, regel 5, veld uren: dit veld bestaat niet`,
    ],
    [
      'without fields',
      instead(/^---[\s\S]*?---\n/, ''),
      `  ${LESSON}, regel 1: de gegevens bovenaan, tussen twee regels met ---, ontbreken`,
    ],
    [
      'with a sample that is not there',
      instead('function="begroet"', 'function="nergens"'),
      `  ${LESSON}, regel 18: het voorbeeld content/functions/nergens bestaat niet`,
    ],
    [
      'with a program that is not there',
      instead('function="begroet"', 'program="nergens"'),
      `  ${LESSON}, regel 18: het voorbeeld content/programs/nergens bestaat niet`,
    ],
    [
      'with a link to nothing',
      instead('Druk op', '[Hier](/nergens/) [daar](/maand/#dag=1). Druk op'),
      `  ${LESSON}, regel 22: de link /nergens/ leidt nergens heen`,
    ],
    [
      'with a link to a lesson that is not there',
      instead('Druk op', '[les](/lessen/geen-les/)'),
      `  ${LESSON}, regel 22: de link /lessen/geen-les/ leidt nergens heen`,
    ],
  ])('%s', (_, change, line) => {
    expect(told(project({ [LESSON]: change }))).toEqual([line]);
  });

  test('with links to what is there, and with code that looks like one', () => {
    const links =
      '[a](/maand/) [b](/lessen/een-les/#kop) [c](/oefeningen/een-oefening/) [d](/a.txt) `[e](/weg/)`';
    const code = '```mdx\n<Playground function="nergens" />\n[f](/weg/)\n```';
    expect(told(project({ [LESSON]: behind(`${links}\n\n${code}`) }))).toEqual([]);
  });

  test('whose YAML can’t be read', () => {
    expect(told(project({ [LESSON]: instead(/^order: .*/m, 'order: "1') }))).toEqual([
      expect.stringMatching(/^ {2}content\/lessons\/01-een-les\.mdx, regel \d+: geen geldige YAML: /),
    ]);
  });

  test('without a guide, and a guide without a lesson', () => {
    const folder = project({ 'content/guides/andere-les.yaml': behind('plan: []') });
    rmSync(join(folder, GUIDE));
    expect(told(folder)).toEqual([
      `  ${LESSON}: deze les heeft geen lesplan: maak ${GUIDE}`,
      '  content/guides/andere-les.yaml: bij dit lesplan hoort geen les: andere-les is er niet',
      '  content/guides/andere-les.yaml, regel 1, veld needs: ontbreekt',
      '  content/guides/andere-les.yaml, regel 2, veld plan: moet minstens 4 onderdelen zijn',
      '  content/guides/andere-les.yaml, regel 2, veld plan: de minuten moeten samen 45, 50, 90 zijn',
      '  content/guides/andere-les.yaml, regel 1, veld home: ontbreekt',
      '  content/guides/andere-les.yaml, regel 1, veld mistakes: ontbreekt',
      '  content/guides/andere-les.yaml, regel 1, veld sheet: ontbreekt',
    ]);
  });

  test('with the address or the place of another', () => {
    const folder = project();
    writeSite(folder, made(newLesson(folder, ['tweede', 'Tweede'])));
    expect(told(folder)).toEqual([]);
    const second = 'content/lessons/02-tweede.mdx';
    writeSite(folder, {
      [second]:
        made(newLesson(siteFolder({ 'content/lessons/LEES.md': '' }), ['tweede']))[
          'content/lessons/01-tweede.mdx'
        ] ?? '',
    });
    expect(told(folder)).toEqual([`  ${second}, regel 4, veld order: heeft ook ${LESSON}`]);
  });
});

describe('a step', () => {
  const step = (attributes: string) => instead(/<Step [^>]*>/, `<Step ${attributes}>`);
  const at = `  ${LESSON}, regel 22: `;
  test.each([
    [
      'that counts something unknown',
      'when={{ kals: 5 }}',
      'when: kals bestaat niet. Kies uit: calls, runs, gone, timers, dead, redriven, discarded, restored, clock, cron, traffic, program, alarm, month, cheaper, status, cold, request, function, file, edited, memory, timeout, limit, env',
    ],
    [
      'that does something unknown',
      'do={{ loop: 5 }} when={{ calls: 5 }}',
      'do: loop bestaat niet. Kies uit: restore, cron, request, body, empty, clock, run, burst, upload, send, jump, traffic, redrive, discard, alarm, month, memory, timeout, limit, env',
    ],
    ['with a wrong number', 'when={{ calls: 0 }}', 'when: calls moet een getal van 1 tot 1.000 zijn'],
    [
      'with a request that is none',
      'when={{ calls: 1, request: "likes" }}',
      'when: request moet een methode en een pad zijn, zoals "GET /likes"',
    ],
    [
      'that names a function of another playground',
      "when={{ calls: 1, function: 'meld' }}",
      'when: function moet een van deze zijn: begroet',
    ],
    [
      'that its playground cannot do',
      'do={{ burst: 50 }} when={{ calls: 50 }}',
      'do: burst kan hier niet: deze speeltuin heeft geen knop voor veel aanroepen tegelijk',
    ],
    [
      'that its playground never has',
      'when={{ timers: 1 }}',
      'when: timers kan hier niet: deze speeltuin heeft geen timer',
    ],
    [
      'of a sheet that is not there',
      'when={{ month: { perDay: 5 } }}',
      'when: month kan hier niet: deze speeltuin heeft geen rekenblad',
    ],
    [
      'that counts two things',
      'when={{ calls: 1, gone: true }}',
      'when: calls en gone gaan niet samen: maak er twee stappen van',
    ],
    [
      'that says how and not what',
      'when={{ status: 200 }}',
      'when: zeg ook wat er telt. Kies uit: calls, runs, gone, timers, dead, redriven, discarded, restored, clock, cron, traffic, program, alarm, month, cheaper',
    ],
    [
      'with a button that ticks nothing',
      'do={{ run: 1 }}',
      'een stap met do moet ook een when hebben: wat telt als gedaan?',
    ],
    [
      'with an alarm on nothing',
      'do={{ alarm: { on: "usd", lateMs: 5000, stops: true } }} when={{ alarm: "rung" }}',
      'do: alarm moet er zo uitzien: { on: "usd", above: "0.0001", lateMs: 5000, stops: false }',
    ],
    ['that is no literal', 'when={{ calls: [ }}', 'when moet er zo uitzien: when={{ calls: 1 }}'],
  ])('%s', (_, attributes, text) => {
    expect(told(project({ [LESSON]: step(attributes) }))).toEqual([at + text]);
  });

  test.each([
    ['what it cannot do', 'calls: 1', 'calls kan hier niet: dit is het rekenblad, en geen speeltuin'],
    [
      'a field that it has not',
      'month: { geheugen: 1 }',
      'month klopt niet: geheugen bestaat niet. Kies uit: perDay, durationMs, memoryMb',
    ],
    [
      'a number that it cannot hold',
      'month: { memoryMb: 0 }',
      'month klopt niet: memoryMb moet een getal van 1 tot 32.768 zijn',
    ],
    [
      'nothing at all',
      'month: {}',
      'month moet zeggen wat er op het rekenblad staat: perDay, durationMs, memoryMb',
    ],
  ])('at the calculator of a month, asked for %s', (_, when, text) => {
    const lesson = (source: string) =>
      source
        .replace(/<Playground [^>]*>/, '$&\n<Month />')
        .replace(/<Try [^>]*>/, '<Try for="rekenblad">')
        .replace(/<Step [^>]*>/, `<Step when={{ ${when} }}>`);
    expect(told(project({ [LESSON]: lesson }))).toEqual([`  ${LESSON}, regel 23: when: ${text}`]);
  });

  test('that is ticked by hand says nothing more', () => {
    expect(told(project({ [LESSON]: instead(/<Step [^>]*>/, '<Step>') }))).toEqual([]);
  });

  test.each([
    [
      'for a playground that is not there',
      '<Try for="langzaam">',
      'op deze pagina staat geen speeltuin langzaam',
    ],
    ['for no playground', '<Try>', '<Try> zegt niet bij welke speeltuin het hoort'],
  ])('in a Probeer %s', (_, opening, said) => {
    expect(told(project({ [LESSON]: instead(/<Try [^>]*>/, opening) }))).toEqual([
      `  ${LESSON}, regel 20: ${said}: schrijf <Try for="…"> met een van deze namen: begroet`,
    ]);
  });

  test('is what a Probeer needs at least one of', () => {
    expect(told(project({ [LESSON]: instead(/<Step [^>]*>(.*)<\/Step>/, '$1') }))).toEqual([
      `  ${LESSON}, regel 20: <Try> heeft geen <Step>: schrijf er een of meer in`,
    ]);
  });
});

describe('a guide', () => {
  test.each([
    [
      'that does not say what it needs',
      instead(/^ {2}network: .*\n/m, ''),
      `  ${GUIDE}, regel 1, veld needs.network: ontbreekt`,
    ],
    [
      'with another network',
      instead('network: page', 'network: wifi'),
      `  ${GUIDE}, regel 3, veld needs.network: moet één van deze zijn: page, webcontainer`,
    ],
    [
      'of too few minutes',
      instead('[8, 10, 10]', '[8, 5, 10]'),
      `  ${GUIDE}, regel 4, veld plan: de minuten moeten samen 45, 50, 90 zijn`,
    ],
    [
      'with a step of no minutes',
      instead('[15, 15, 20]', '[15, lang, 20]'),
      `  ${GUIDE}, regel 7, veld plan[2].minutes[2]: moet een getal zijn`,
    ],
    [
      'with a question without an answer',
      instead(/\n {4}answer: [^\n]*\n$/, '\n'),
      `  ${GUIDE}, regel 35, veld sheet[4].answer: ontbreekt`,
    ],
    [
      'that names a prediction that is not there',
      instead(/disproved: .*/, 'shown: in-geen-les'),
      `  ${GUIDE}, regel 20, veld mistakes[1].shown: de voorspelling in-geen-les bestaat niet`,
    ],
    [
      'whose mistake is both shown and disproved',
      instead('disproved:', 'shown: in-geen-les\n    disproved:'),
      [
        `  ${GUIDE}, regel 17, veld mistakes[1]: zeg welke voorspelling het laat zien, of wat het weerlegt, en niet allebei`,
        `  ${GUIDE}, regel 20, veld mistakes[1].shown: de voorspelling in-geen-les bestaat niet`,
      ],
    ],
  ])('%s', (_, change, line) => {
    expect(told(project({ [GUIDE]: change }))).toEqual([line].flat());
  });
});

describe('questions that only Herhaal asks', () => {
  const REVIEW = 'content/review/een-les.yaml';
  const RIGHT = '    - { text: "Ja.", right: true }\n';
  const WRONG = '    - { text: "Nee.", hint: "Kijk nog eens naar wat er gevraagd wordt." }\n';
  const asked = (options: string, id = 'een-vraag') =>
    `${id}:\n  question: "Is dit een vraag zonder les ernaast?"\n  options:\n${options}  why: "Alles wat je nodig hebt, staat in de vraag."\n`;

  test('of a lesson are in order', () => {
    expect(told(project({ [REVIEW]: () => asked(RIGHT + WRONG) }))).toEqual([]);
  });

  test.each([
    [
      'with two right answers',
      asked(RIGHT + RIGHT.replace('Ja', 'Ook')),
      'regel 3, veld een-vraag.options: precies één antwoord heeft right: true',
    ],
    [
      'with a wrong answer that does not say why',
      asked(`${RIGHT}    - { text: "Nee." }\n`),
      'regel 5, veld een-vraag.options[2]: een fout antwoord heeft een hint die zegt waarom het fout is, en het goede heeft right: true',
    ],
    [
      'with marks that nobody reads',
      asked(RIGHT + WRONG).replace('een vraag', 'een `vraag`'),
      'regel 2, veld een-vraag.question: hier staat gewone tekst, zonder ` en *nadruk*',
    ],
    [
      'with the name of a sum',
      asked(RIGHT + WRONG, 'som-een'),
      'regel 1: een id heeft alleen kleine letters, cijfers en streepjes, en begint niet met som-',
    ],
  ])('%s', (_, text, line) => {
    expect(told(project({ [REVIEW]: () => text }))).toEqual([`  ${REVIEW}, ${line}`]);
  });

  test('of no lesson', () => {
    const other = 'content/review/andere-les.yaml';
    expect(told(project({ [other]: () => asked(RIGHT + WRONG) }))).toEqual([
      `  ${other}: bij deze vragen hoort geen les: andere-les is er niet`,
    ]);
  });
});

describe('an exercise', () => {
  test('of a lesson that does not exist', () => {
    expect(told(project({ [TASK]: instead('lesson: een-les', 'lesson: weg') }))).toEqual([
      `  ${TASK}, regel 2, veld lesson: er is geen les weg`,
    ]);
  });

  test('with a level that does not exist', () => {
    expect(told(project({ [TASK]: instead('level: instap', 'level: makkelijk') }))).toEqual([
      `  ${TASK}, regel 3, veld level: moet één van deze zijn: instap, midden, pittig`,
    ]);
  });

  test('without checks', () => {
    const folder = project();
    rmSync(join(folder, 'content/functions/een-oefening/checks.ts'));
    expect(told(folder)).toEqual([
      `  ${TASK}: bij deze oefening ontbreekt content/functions/een-oefening/checks.ts`,
    ]);
  });
});

describe('a sample', () => {
  test.each([
    [
      'with a file that is not there',
      instead('["functie.js"]', '["functie.js",\n    "weg.js"]'),
      `  ${MANIFEST}, regel 4, veld files: weg.js bestaat niet`,
    ],
    [
      'with a wrong field deep inside',
      instead('"method": "GET"', '\n    "method": "PAK"'),
      `  ${MANIFEST}, regel 6, veld trigger.method: moet één van deze zijn: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS`,
    ],
    [
      'without a trigger',
      without(/ {2}"trigger".*\n/),
      `  ${MANIFEST}, regel 4, veld entry: ontbreekt: geef \`entry\` en \`trigger\`, of meer functies onder \`functions\``,
    ],
    [
      'that is no JSON',
      instead('"title": "Mijn oefening",', '"title": "Mijn oefening"'),
      expect.stringMatching(/regel 3: geen geldige JSON: /),
    ],
  ])('%s', (_, change, line) => {
    expect(told(project({ [MANIFEST]: change }))).toEqual([line]);
  });
});

test('everything is told at once', () => {
  const folder = project({
    [LESSON]: instead('function="begroet"', 'function="nergens"'),
    [TASK]: instead('lesson: een-les', 'lesson: weg'),
  });
  rmSync(join(folder, GUIDE));
  expect(listed(contentProblems(folder))).toMatch(/^3 dingen kloppen niet in de inhoud van de cursus:\n/);
});
