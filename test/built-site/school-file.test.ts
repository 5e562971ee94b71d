/**
 * The sheets that a school fills in for its file, one a country: each fact of law or of somebody else has a source with a date, and
 * what is said of Functielab has a test that holds it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CountryFile, type Said, sourcesOf } from '../../src/classroom/school-file/country-file.ts';
import { flanders } from '../../src/classroom/school-file/flanders.ts';
import { netherlands } from '../../src/classroom/school-file/netherlands.ts';
import { CONTAINER, REGISTER, RISKS } from '../../src/classroom/school-file/register-entry.ts';
import { SOURCES } from '../../src/classroom/school-file/school-sources.ts';
import { root } from './built-site.ts';
import { hasTitle, type Promises, type Proof, proofsOf, sentencesOfPage, squeezed } from './promises.ts';

const VISIT = 'browser/privacy.test.ts';
const KEPT: Proof = [
  VISIT,
  'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
];
const ASKED: Proof = [
  VISIT,
  'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
];
const HAND_IN: Proof = ['classroom/classroom.test.ts', 'a hand-in comes back out of its file'];
const TICKED: Proof = ['classroom/claims.test.ts', 'go only those of the set, and only what was ticked'];
const REFUSED: Proof = ['host/host-hostile.browser.test.ts', 'what was refused can not be brought back'];
const MARKED_HERE: Proof = [
  'classroom/marking-in-sandbox.test.ts',
  'marking reaches no container: nothing that it imports knows one',
];
const NOTICE_FIRST: Proof = [
  'browser/container.test.ts',
  'nothing comes from elsewhere before the reader has said yes, and the notice says from where',
];

/** What the sheets say without a source. */
const OWN: Promises = {
  'Voor hogescholen vonden wij geen openbaar model dat ze delen. Vraag je functionaris voor gegevensbescherming welk model jouw hogeschool gebruikt.':
    'advice',
  'Functielab vraagt geen leeftijd, geen e-mailadres en geen account. Een naam is alleen nodig bij het inleveren, en mag een nummer zijn.':
    [KEPT, HAND_IN],
  'Zonder WebContainer draait alle code in de browser, en vraagt de site niets aan een ander bedrijf. De keuze voor WebContainer begint bij de student, en de pagina zegt dat eerst.':
    [ASKED, NOTICE_FIRST],
  'Of StackBlitz aan het Data Privacy Framework meedoet, konden wij niet nagaan: zoek het op in de lijst op dataprivacyframework.gov. Wil je school dit niet, laat het netwerk stackblitz.com dan niet toe. De cursus werkt ook zonder.':
    [['browser/offline-paths.test.ts', 'once a reader has begun, the course works without a network']],
};

/** What is filled in, by how it begins: what a school decides is advice. */
const FILLED_IN: Promises = {
  'Lessen en oefeningen met Functielab': 'what it is',
  'Onderwijs geven': 'advice',
  'Voorstel: een taak van algemeen belang': 'advice',
  'Studenten en docenten': 'advice',
  'De naam die de student zelf kiest': [HAND_IN, TICKED],
  'Voortgang, score, tijd, welke controles': [
    ['scorm/session/session.test.ts', 'a visit is reported, and the next one goes on where it ended'],
  ],
  'Wat de docent nakijkt': 'how it is done',
  'IP-adres, en welke pagina': [ASKED],
  'De docent, en de leeromgeving': 'advice',
  'Geen. Staat WebContainer open': [ASKED, NOTICE_FIRST],
  'Geen account en geen wachtwoord': [KEPT, REFUSED, MARKED_HERE],
  'Nakijken telt welke controles': [
    [
      'classroom/export.test.ts',
      'everybody has a row: of the class, of nobody’s list, of whom nothing can be read and who handed in nothing',
    ],
  ],
  'Nee. De pagina rekent een voorstel uit': 'how it is done',
  'Nee. Er zijn geen accounts': [KEPT, ASKED],
  'Nee. Zeg studenten wel': 'advice',
  'Een inlevering gaat naar één docent': 'how it is done',
  'Alleen als de docent zelf': 'how it is done',
  'Misschien: studenten kunnen': 'advice',
  'Een sandbox in de browser is dat niet': 'advice',
  'Nee. Wie niet mee wil doen': [
    ['browser/paper.test.ts', '%s is whole on paper'],
    ['browser/node-project.test.ts', 'the zip holds what the editor shows, and what starts it'],
  ],
};

const saidIn = (file: CountryFile): readonly Said[] =>
  [file.agreements, file.ageAndConsent, file.assessment, file.supervisor, file.transfer, CONTAINER].flat();
const entries = [...REGISTER, ...RISKS].flatMap(([, entry]) => entry ?? []);

describe.each([netherlands, flanders])('$country', (file) => {
  const path = `docent/privacy/${file.slug}/`;

  test('has what a school fills in, and a source for each fact', () => {
    const page = sentencesOfPage(path).join(' ');
    for (const { text } of saidIn(file)) expect(page).toContain(text.split('. ')[0]);
    for (const entry of entries) expect(page).toContain(squeezed(entry));
    const blanks = REGISTER.filter(([, entry]) => entry === null);
    expect(page.split('vul in:')).toHaveLength(blanks.length + 1);
    const without = saidIn(file).filter(({ text, from = [] }) => from.length === 0 && !(text in OWN));
    expect(without).toEqual([]);
  });

  test('lists each source once, with its address and its date, and each number leads to one', () => {
    const html = readFileSync(join(root, path, 'index.html'), 'utf8');
    const sources = sourcesOf(file, CONTAINER);
    for (const [at, name] of sources.entries()) {
      const { url, date } = SOURCES[name];
      expect(html).toContain(`id="bron-${at + 1}"`);
      expect(html).toContain(`href="#bron-${at + 1}"`);
      expect(html).toContain(url.replaceAll('&', '&#38;'));
      expect(html).toContain(date);
    }
    expect(html).not.toContain(`id="bron-${sources.length + 1}"`);
    expect(html).not.toContain('href="#bron-0"');
  });
});

test('each source has an address and a date, and is used', () => {
  const used = new Set([netherlands, flanders].flatMap((file) => sourcesOf(file, CONTAINER)));
  expect([...used].toSorted()).toEqual(Object.keys(SOURCES).toSorted());
  for (const { url, date } of Object.values(SOURCES)) {
    expect(url).toMatch(/^https:\/\//);
    expect(date).toMatch(/\d{4}/);
  }
});

test('what is filled in is listed here, no more and no less', () => {
  const begins = Object.keys(FILLED_IN);
  expect(entries.filter((entry) => !begins.some((begin) => entry.startsWith(begin)))).toEqual([]);
  expect(begins.filter((begin) => !entries.some((entry) => entry.startsWith(begin)))).toEqual([]);
});

test.each(proofsOf({ ...OWN, ...FILLED_IN }))('what holds it: %s: %s', (file, title) => {
  expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
});
