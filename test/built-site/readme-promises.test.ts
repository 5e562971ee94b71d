/**
 * What the README promises, with the test that holds it. A promise that is no longer written there, a test that no longer has its
 * name, and a chapter of which nothing is listed here are all a failure.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasTitle, type Promises, type Proof, proofsOf, squeezed } from './promises.ts';

const NO_DATA: Proof = [
  'browser/privacy.test.ts',
  'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
];
const WAY: Proof = [
  'browser/classroom.test.ts',
  'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
];
const ROWS: Proof = ['classroom/read-zip.test.ts', 'a row for everybody: %s'];
const HTTPS: Proof = ['built-site/hosting-https.test.ts', 'keeps, isolates and packs as the recipe says'];
const SIZE = 'cli/bill-size.test.ts';
const MARK = 'classroom/mark.test.ts';
const ORACLE = 'exercises/run/oracle.test.ts';
const SERVICES = 'browser/services.test.ts';
const SCORM = 'scorm/session.test.ts';
const SCORM_NODE = 'scorm/report.test.ts';

/** By chapter, the first being what stands before all of them. */
const CHAPTERS: Readonly<Record<string, Promises | 'how it is done'>> = {
  Functielab: {
    'Alles draait in je eigen browser. Niets wordt verstuurd.': [NO_DATA],
  },
  'Twee opdrachten': {
    'Geen enkel pakket voert bij het installeren een script uit': [
      [
        'cli/lockfile.test.ts',
        'has a script at installation for no package but those that the README names, and none is run',
      ],
    ],
    'ook de versie van Node waarmee het project getest is': [
      ['cli/install.test.ts', 'the Node for this system, when it was left out; never the one for another'],
    ],
  },
  'Een les toevoegen': {
    'maakt een begin, met het lesplan': [
      ['cli/new.test.ts', 'a new lesson comes after the last, under its own name'],
      ['build/content/content.test.ts', 'a new lesson with a new exercise is in order'],
    ],
    'een fout veld, een voorbeeld dat er niet is, een dode link of een les zonder lesplan staat in één lijst, met het bestand, de regel en het veld':
      [
        ['build/content/content.test.ts', 'everything is told at once'],
        ['build/content/content.test.ts', 'without a guide, and a guide without a lesson'],
      ],
  },
  'Een rekening in de terminal': {
    'regel voor regel, dus ook een log van vele gigabytes': [
      [SIZE, 'ten times as many REPORT lines take no more memory'],
      [SIZE, 'more of them are refused in the same memory, with what to do'],
    ],
    'Met `--json` zijn bedragen precieze decimalen in dollars': [
      ['cli/bill.test.ts', '--json: the receipt, amounts as exact decimals'],
    ],
    'Bracht AWS volgens het log zelf een andere tijd in rekening, dan staat dat bedrag ernaast': [
      ['cli/bill.test.ts', 'stands beside our amount, on its own tariffs and nowhere else'],
    ],
    'Wat is overgeslagen of aangenomen, staat op standard error.': [
      ['cli/bill.test.ts', 'what was skipped or supposed is on standard error, and is no error'],
    ],
    'is de exit status 2': [['cli/bill.test.ts', 'bad input exits with 2, and nothing on standard output']],
  },
  'Een provider toevoegen': {
    'Code hoort er niet bij': [
      ['billing/tariff-files.test.ts', 'an invented provider is one file and no code'],
    ],
    'Een prijs die meer dan een jaar geleden gelezen is, krijgt vanzelf een merkje.': [
      [
        'cli/bill.test.ts',
        'a price that was read more than a year ago is marked, by the day that it is told',
      ],
    ],
  },
  'Een voorbeeldfunctie toevoegen': {
    'De functie vraagt ze met een gewone `fetch`, en bereikt verder niets': [
      [
        SERVICES,
        'a service is asked, waited for, paid for and told in the log; another address is refused by name',
      ],
    ],
  },
  'Een oefening toevoegen': {
    'Een tabel met antwoorden of een vaste uitkomst slaagt dus nergens.': [
      [
        ORACLE,
        'code that does as the solution passes; a table of the visible examples does not, and hears which input it missed',
      ],
      ['exercises/fixtures.test.ts', 'wrong solutions fail'],
    ],
    'bij een controle komen ze altijd uit de cursus': [
      [MARK, 'what the task gives comes from the course, whatever a hand-in has in its place'],
    ],
    'krijgt elke map met code hetzelfde oordeel als op de pagina': [
      ['cli/check-exercise.test.ts', 'right code, and code that knows the visible examples alone'],
      [
        'cli/check-exercise.test.ts',
        'what the page of marking gives to repeat a verdict: its seed, and the tariff of the set',
      ],
    ],
  },
  'In de klas': {
    'De reeks staat in de link zelf, achter het hekje: geen server ziet die.': [WAY, NO_DATA],
    'Op `/docent/nakijken/` draait de code opnieuw, in de sandbox van de browser van de docent.': [
      WAY,
      [
        'classroom/marking-in-sandbox.test.ts',
        'marking reaches no container: nothing that it imports knows one',
      ],
    ],
    'elk bestand wordt nagekeken of genoemd, met de reden': [
      ['classroom/read-zip.test.ts', '%s is refused with a reason'],
      ['classroom/read-zip.test.ts', 'one level of zips is opened, and the next one is named'],
    ],
    'Wat een bestand over zichzelf beweert, telt niet.': [
      ['classroom/classroom.test.ts', 'what a file claims about its own results is not in what is read'],
    ],
    'een CSV met een rij voor iedereen': [ROWS],
  },
  'In een leeromgeving': {
    'De voortgang gaat mee naar een ander toestel.': [
      [SCORM, 'a visit is reported, and the next one goes on where it ended'],
    ],
    'De code niet': [
      [SCORM, 'what an environment is told is progress, score, status and time, and none of it is code'],
    ],
    'het deel van de controles dat goed is': [[SCORM_NODE, 'nothing, half and all']],
  },
  'Een programma toevoegen': 'how it is done',
  'Hoe scherp de tests zijn': {
    'kijkt of een test het merkt': [
      [
        'mutation/report.test.ts',
        'an endless mutant is killed, one without a test lives, and one that cannot run is no mutant',
      ],
    ],
  },
  Prijzen: {
    'Bedragen zijn exact tot op het scherm': [
      ['second-calculator/agrees.test.ts', 'billing and the second calculator agree to the last digit'],
    ],
  },
  'De site hosten': {
    'mislukt de bouw, dan blijft de vorige staan': [
      ['build/place.test.ts', 'each time, the old site stays, and the reason is told in Dutch'],
    ],
    'HSTS gaat over https vanzelf mee, en over gewone http nooit.': [
      HTTPS,
      ['built-site/hosting-https.test.ts', 'sends no wish for https over plain http'],
    ],
    'geen script, geen `onerror`, geen frame, en ook geen onderdeel dat de pagina zou starten': [
      [
        'browser/injection/injection.test.ts',
        'with policy and guard no injected script runs, and the page works',
      ],
      ['browser/scorm.test.ts', 'in a package an injected script runs no more than on the site'],
      ['built-site/headers.test.ts', 'names no other script: what those add is trusted, and no address is'],
    ],
    'zodat de cursus ook zonder netwerk werkt': [
      ['browser/shell.test.ts', 'once a reader has begun, the course works without a network'],
    ],
    'Pas na die klik laadt de pagina iets van `stackblitz.com`.': [
      [
        'browser/container.test.ts',
        'nothing comes from elsewhere before the reader has said yes, and the notice says from where',
      ],
    ],
    'StackBlitz ziet dan het adres van je site, maar niet welke les het is.': [
      ['built-site/headers.test.ts', 'tells StackBlitz which site this is, and nobody which lesson'],
    ],
  },
  'Wat staat waar': 'how it is done',
  Licentie: 'how it is done',
};

/** Its lines as one, so that a promise is found wherever a line ends; by chapter. */
function chaptersOfReadme(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  return new Map(
    text
      .split(/^##? /m)
      .slice(1)
      .map((chapter) => {
        const end = chapter.indexOf('\n');
        return [chapter.slice(0, end).trim(), squeezed(chapter.slice(end))];
      }),
  );
}

const chapters = chaptersOfReadme();
const promised = Object.entries(CHAPTERS).flatMap(([chapter, promises]) =>
  promises === 'how it is done' ? [] : [[chapter, promises] as const],
);

test('each chapter is listed here, and no other', () => {
  expect(Object.keys(CHAPTERS).toSorted()).toEqual([...chapters.keys()].toSorted());
});

test.each(promised)('%s says what is listed here', (chapter, promises) => {
  for (const promise of Object.keys(promises)) expect(chapters.get(chapter)).toContain(promise);
});

describe('what holds it', () => {
  test.each(promised.flatMap(([, promises]) => proofsOf(promises)))('%s: %s', (file, title) => {
    expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
  });
});
