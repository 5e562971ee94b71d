/** Each sentence of the page on which work is marked, with the test that holds it. */
import { describe, expect, test } from 'vitest';
import { hasTitle, type Promises, type Proof, proofsOf, sentencesOfPage, shareHeld } from './promises.ts';

const MARK = 'classroom/mark.test.ts';
const ORACLE = 'exercises/run/oracle.test.ts';
const FIXTURES = 'exercises/fixtures.test.ts';
const WAY: Proof = [
  'browser/classroom.test.ts',
  'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
];
const HOSTILE: Proof = [
  'browser/hostile-hand-ins.test.ts',
  'no attack on the marking earns a point, and each honest neighbour gets its full mark',
];
const ONE_SEED: Proof = [
  'exercises/run/check-in-browser.test.ts',
  'each run of a reader draws a seed of its own; a class brings the one that was drawn for it',
];

const SENTENCES: Promises = {
  'De code van je studenten draait hier opnieuw, in de sandbox van je eigen browser.': [
    WAY,
    [
      'classroom/marking-in-sandbox.test.ts',
      'marking reaches no container: nothing that it imports knows one',
    ],
  ],
  'Wat een bestand over zichzelf beweert, telt niet mee.': [
    ['classroom/classroom.test.ts', 'what a file claims about its own results is not in what is read'],
  ],
  'Er wordt niets verstuurd.': [WAY, HOSTILE],
  'Wat je nakijkt blijft op dit toestel staan, tot je het verwijdert.': [
    [
      'classroom/marking-model.test.ts',
      'what a teacher put in is there again on the same device, with the verdicts, and nothing runs again',
    ],
    ['classroom/marking-model.test.ts', 'thrown away it is out of the list, and put back it is whole'],
  ],
  'Elke controle draait de voorbeelden die je studenten kennen, en daarna verse invoer.': [
    [
      ORACLE,
      'code that does as the solution passes; a table of the visible examples does not, and hears which input it missed',
    ],
  ],
  'Die wordt bij het nakijken getrokken, is voor de hele klas gelijk, en staat in geen enkele link.': [
    ONE_SEED,
    [ORACLE, 'the solution is asked once for a whole class, and again for another exercise'],
    ['classroom/marking-model.test.ts', 'a class has one seed, drawn at marking, and the next class another'],
  ],
  'De code moet daarop hetzelfde doen als de oplossing: een tabel met antwoorden of een vaste uitkomst slaagt niet.':
    [
      [FIXTURES, 'right solutions pass'],
      [FIXTURES, 'wrong solutions fail'],
    ],
  'Wat een dienst van buiten gevraagd wordt, hoelang de code daarop wacht en wat dat kost, meten we buiten de code om.':
    [HOSTILE, [FIXTURES, 'wrong solutions fail']],
  'Bestanden die bij de opdracht horen, komen uit de cursus.': [
    [MARK, 'what the task gives comes from the course, whatever a hand-in has in its place'],
  ],
  'Wie niets verandert, verdient niets: wat bij het begin al goed was, telt pas mee met iets wat toen fout ging.':
    [
      [
        'exercises/check-panel.test.ts',
        'what was right at the start does not count, and says so, as long as nothing came with it',
      ],
    ],
  'Wat misgaat bij één uitwerking, raakt geen andere.': [
    [MARK, 'what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked'],
    HOSTILE,
  ],
  'Wie tijd tekortkwam naast een ander, krijgt een tweede kans alleen.': [
    [MARK, 'who lost time or the sandbox runs once more, when nothing runs beside it, and that is told'],
  ],
  'Lukt het dan ook niet, kijk dan zelf: misschien had je computer het te druk.': 'advice',
  'We beloven dat een uitslag niet te vervalsen is.': [HOSTILE],
  'Of iemand de code zelf bedacht heeft, kan geen programma zien: de oplossing is na de hints te lezen, en gelijke code tonen we als gelijk.':
    [[MARK, 'the same work is shown as equal; start code is not, and is told to be untouched']],
};

test('the page says what is listed here, no more and no less', () => {
  expect(sentencesOfPage('docent/nakijken/').toSorted()).toEqual(Object.keys(SENTENCES).toSorted());
});

describe('what holds it', () => {
  test.each(proofsOf(SENTENCES))('%s: %s', (file, title) => {
    expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
  });

  test('is a test for nearly all of it', () => expect(shareHeld(SENTENCES)).toBeGreaterThan(0.9));
});
