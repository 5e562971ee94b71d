/** Predictions that do not fit their lesson, or say what can't be: in Dutch, with file, line and what is allowed. */
import { describe, expect, test } from 'vitest';
import { contentProblems, listed } from '../../../src/build/content/index.ts';
import { newLesson } from '../../../src/cli/new.ts';
import { siteFolder, writeSite } from '../site-folder.ts';

const LESSON = 'content/lessons/01-een-les.mdx';
const FILE = 'content/predictions/een-les.yaml';
const GOOD = `hoeveel-starts:
  question: "Hoeveel koude starts geeft dat?"
  unit: ["koude start", "koude starts"]
  misconception: 2
  function: begroet
  measure: coldStarts
  run:
    - { do: call, times: 2 }
  why: "De tweede aanroep vond een instantie die klaarstond."
`;

function told(yaml: string, lesson = '<Playground function="begroet" />\n<Predict id="hoeveel-starts" />') {
  const folder = siteFolder({
    'src/pages/maand.astro': '',
    'content/lessons/LEES.md': '',
    'content/functions/begroet/function.json': JSON.stringify({
      title: 'Begroet',
      files: ['begroet.js'],
      entry: 'begroet.js',
      trigger: { type: 'http', path: '/' },
    }),
    'content/functions/begroet/begroet.js': '',
  });
  const made = newLesson(folder, ['een-les', 'Een les']);
  if (typeof made === 'string') throw new Error(made);
  writeSite(folder, made.files);
  const top = /^---[\s\S]*?^---$/m.exec(made.files[LESSON] ?? '')?.[0] ?? '';
  writeSite(folder, { [LESSON]: `${top}\n${lesson}\n`, [FILE]: yaml });
  return listed(contentProblems(folder))
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test('a prediction below its playground is in order', () => {
  expect(told(GOOD)).toEqual([]);
});

describe('a prediction', () => {
  const line = (text: string) => GOOD.split('\n').findIndex((one) => one.includes(text)) + 1;

  test.each([
    [
      'with a measure that is none',
      GOOD.replace('coldStarts', 'koudeStarts'),
      `${FILE}, regel ${line('measure')}, veld hoeveel-starts.measure: moet één van deze zijn: answered, refused`,
    ],
    [
      'with an act that is none',
      GOOD.replace('do: call', 'do: press'),
      'moet één van deze zijn: call, burst, send, upload, tick, quiet',
    ],
    [
      'that measures without saying what',
      GOOD.replace('coldStarts', 'value'),
      `${FILE}, regel ${line('measure')}, veld hoeveel-starts.measure: hierbij hoort in: een sleutel`,
    ],
    [
      'that says what is not measured',
      GOOD.replace('coldStarts', 'coldStarts\n  in: likes'),
      `${FILE}, regel ${line('measure') + 1}, veld hoeveel-starts.in: hoort niet bij coldStarts`,
    ],
    [
      'without a misconception',
      GOOD.replace(/ {2}misconception.*\n/, ''),
      `${FILE}, regel ${line('unit')}, veld hoeveel-starts.unit: hierbij hoort misconception: een getal`,
    ],
    [
      'without a run',
      GOOD.replace(/ {2}run:\n.*\n/, ''),
      'veld hoeveel-starts.question: wat waar is, komt van function, measure en run samen, of van sum',
    ],
    [
      'with options of which none is the misconception',
      GOOD.replace(/ {2}(unit|misconception).*\n/g, '').replace(
        '  function',
        '  options: [{ text: ja, is: 1 }, { text: nee, is: 0 }]\n  function',
      ),
      'veld hoeveel-starts.options: bij precies één antwoord hoort misconception: true',
    ],
    [
      'with a field that is none',
      GOOD.replace('  why', '  antwoord: 1\n  why'),
      `${FILE}, regel ${line('why')}, veld hoeveel-starts.antwoord: dit veld bestaat niet`,
    ],
  ])('%s', (_, yaml, problem) => {
    expect(told(yaml).filter((one) => one.includes(problem))).toHaveLength(1);
  });

  test('that no lesson shows, or that is shown twice, is named', () => {
    const lab = '<Playground function="begroet" />\n';
    const tag = '<Predict id="hoeveel-starts" />\n';
    const place = `${FILE}, regel 1, veld hoeveel-starts`;
    expect(told(GOOD, lab)).toEqual([
      `${place}: staat niet in ${LESSON}: zet daar <Predict id="hoeveel-starts" />`,
    ]);
    expect(told(GOOD, lab + tag + tag)).toEqual([`${place}: staat 2 keer in ${LESSON}`]);
  });

  test('above its playground has nothing that answers it', () => {
    expect(told(GOOD, '<Predict id="hoeveel-starts" />\n<Playground function="begroet" />')).toEqual([
      `${FILE}, regel ${line('function')}, veld hoeveel-starts.function: boven deze voorspelling staat geen speeltuin begroet`,
    ]);
  });

  test('that is not there is named in the lesson', () => {
    const lesson = '<Playground function="begroet" />\n<Predict id="hoeveel-starts" />\n<Predict id="weg" />';
    const [problem = ''] = told(GOOD, lesson);
    expect(problem).toMatch(
      /^content\/lessons\/01-een-les\.mdx, regel \d+: de voorspelling weg bestaat niet$/,
    );
  });
});
