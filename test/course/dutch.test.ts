/**
 * Words that stand nowhere where somebody reads: in lessons, guides, tasks, checks and sample code, in what the site and the shell
 * say, and in the pages about the project. Comments of our own code are English and are left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { interfaceTexts, pageTexts } from './spelling/read-texts.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

interface Wrong {
  readonly words: RegExp;
  readonly instead: string;
}

const WRONG: readonly Wrong[] = [
  {
    words: /(?<![\p{L}-])(haar|haarzelf)(?![\p{L}-])/iu,
    instead: 'die, deze, ervan, de, of het woord nog eens: dingen zijn geen dames',
  },
  {
    words: /(?<!hij of )(?<![\p{L}-])zij(?![\p{L}-])/iu,
    instead: 'die, ze, of het woord nog eens: dingen zijn geen dames',
  },
  // In quotes it is the heading of a column in the lists of schools.
  { words: /leerling(?!'|(?:en)?nummer')/i, instead: 'student' },
  { words: /klaar ?(komen|komt|kwam|gekomen)|afkom(t|en)(?!\p{L})/iu, instead: 'klaar zijn, of afmaken' },
  { words: /klaar staa[nt]|uit staat/i, instead: 'klaarstaan, uitstaat: één woord' },
  {
    words: /(?<![\p{L}])(beller|bellers|belde)(?!\p{L})/iu,
    instead: 'aanroeper: een beller is iemand aan de telefoon',
  },
  { words: /(?<!\p{L})(apparaat|apparaten)(?!\p{L})/iu, instead: 'toestel' },
  { words: /(?<!\p{L})plotse?(?!\p{L})/iu, instead: 'plotseling: plots zegt men in Nederland niet' },
  { words: /tussen(komt|komen|kwam|gekomen)/i, instead: 'ingrijpen, of ertussen komen' },
  { words: /(?<!\p{L})herne(men|emt|omen)|hernomen/iu, instead: 'hervatten, of opnieuw nemen' },
  {
    words: /altijd-aan server|altijd aan-server/i,
    instead: 'server die altijd aanstaat, of altijd-aan-server',
  },
  {
    words: /raak(t|te|ten)? kwijt(?! (als|wie))/i,
    instead: 'gaat verloren: wie iets kwijtraakt, is een mens',
  },
  { words: /check jezelf/i, instead: 'test jezelf' },
  { words: /onder het tarief(?! uit)/i, instead: 'tegen het tarief' },
  { words: /in partijen|partij berichten/i, instead: 'groepjes (batch)' },
  { words: /bij te huren|bij huren/i, instead: 'bijhuren: één woord' },
  { words: /parkeerplaats|geparkeerd/i, instead: 'rij voor mislukte berichten (dead-letter queue)' },
  { words: /hele (reeks|opdracht)(?= |\.)(?! oefeningen)/i, instead: 'complete, of onvolledig' },
  {
    words: /stuurt de headers niet mee/,
    instead: 'wat een lezer ermee kan: wie de site beheert, leest de README',
  },
  { words: /gaf object terug/, instead: 'een object' },
];

/** Of what the site, the terminal and the pages about the project say: a lesson may have a reader who says *ik*. */
const WRONG_HERE: readonly Wrong[] = [
  { words: /(?<!\p{L})ik(?!\p{L})(?! mijn)/iu, instead: 'we: de site spreekt als wij' },
  { words: /(?<!\p{L})(u|uw)(?!\p{L})/iu, instead: 'je, jouw' },
  { words: /(?<![\p{L}.$])(calls?|devices?)(?![\p{L}=:])/iu, instead: 'aanroep, toestel' },
  { words: /(?<!\p{L})hoogstens(?!\p{L})/iu, instead: 'maximaal' },
  { words: /(?<!\p{L})hoe lang(?!\p{L})/iu, instead: 'hoelang: één woord' },
  { words: /zaadje/i, instead: 'startgetal' },
  { words: /beginsituatie/i, instead: 'startcode' },
  { words: /puntenboek/i, instead: 'cijferlijst: zo heet het ook in Nederland' },
  { words: /lab apart/i, instead: 'apart lab' },
  { words: /dubbele punt/i, instead: 'dubbelepunt' },
  { words: /(?<!\p{L})(riep|roept|riepen|roepen) [^.]*(?<!\p{L})op(?=[.,:])/iu, instead: 'aanroepen' },
  { words: /keten (riep|werd|van zichzelf|zonder eind)|keten die niet stopt/i, instead: 'kring' },
  {
    words: /(?<!\p{L})niet heel(?!\p{L})(?= |[.:,])(?! (veel|erg))/iu,
    instead: 'niet compleet, of beschadigd',
  },
  {
    words: /complete opdracht|opdracht van je docent/i,
    instead: 'reeks: een opdracht is de taak van één oefening',
  },
  { words: /(?<!\p{L})stop met \p{L}+en(?!\p{L})/iu, instead: 'Annuleer …' },
];

interface Line {
  readonly place: string;
  readonly text: string;
}

function linesOf(path: string): Line[] {
  const text = readFileSync(`${PROJECT}/${path}`, 'utf8');
  // What stands between these is English, and keeps its lines, so that the numbers are right.
  const read = /\.(ts|tsx|astro)$/.test(path)
    ? text
        .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
        .replaceAll(/(?<=^|\s)\/\/.*$/gm, '')
    : text;
  return read.split('\n').map((line, at) => ({ place: `${path}:${at + 1}`, text: line }));
}

/** @param kinds how the names of files end */
function filesIn(folder: string, kinds: RegExp): string[] {
  return readdirSync(`${PROJECT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => kinds.test(file) && !/\/(node_modules|fixtures)\/|package-lock/.test(file));
}

const files = [
  ...filesIn('content', /\.(mdx|yaml|js|ts|json|html)$/),
  ...filesIn('src', /\.(ts|tsx|astro)$/),
  ...readdirSync(PROJECT).filter((file) => file.endsWith('.md')),
];

/** A list of such words is no use of them. */
const IS_ABOUT_WORDS = /^\| .* \| .* \|$|^\*\*(Dingen zijn geen dames|Klein, maar vaak fout)/;
/** What the columns of a school's own list are called is for the school to say. */
const IS_COLUMN = /^src\/classroom\/reading\/class-list\.ts:\d+ {4,}'[a-z]+',$/;

test('nothing that a reader sees has a word of this list', () => {
  const found = files.flatMap(linesOf).flatMap(({ place, text }) => {
    if (IS_ABOUT_WORDS.test(text) || IS_COLUMN.test(place + text)) return [];
    return WRONG.filter(({ words }) => words.test(text)).map(
      ({ words, instead }) => `${place}: "${words.exec(text)?.[0]}". Write: ${instead}`,
    );
  });
  expect(found).toEqual([]);
});

test('nor has what the site, the terminal or a page about the project says, one of the words that only there are wrong', () => {
  const said = [...interfaceTexts(), ...pageTexts().flatMap(({ place }) => linesOf(place))];
  const found = said.flatMap(({ place, text }) =>
    IS_ABOUT_WORDS.test(text)
      ? []
      : WRONG_HERE.filter(({ words }) => words.test(text)).map(
          ({ words, instead }) => `${place}: "${words.exec(text)?.[0]}". Write: ${instead}`,
        ),
  );
  expect(found).toEqual([]);
});

test('the list finds what it should, and nothing else', () => {
  const hits = (text: string) => WRONG.filter(({ words }) => words.test(text)).length;
  for (const text of [
    'de baan van haar instantie',
    'Haar adres',
    'wat zij doet',
    'leerlingen',
    'klaar komt met',
    'klaar staat',
    'een hele reeks.',
    'de bellers wachten',
    'op je apparaat',
    'een plotse piek',
    'dat er niemand tussenkomt',
    'de altijd-aan server',
    'de melding raakt kwijt',
  ]) {
    expect([text, hits(text)]).toEqual([text, 1]);
  }
  for (const text of [
    'iemand die hij of zij gelooft',
    'zijn',
    'haard',
    'opzij',
    'klaarstaan',
    'een hele reeks oefeningen',
    'Een reeks',
    'een plotselinge piek',
    'dat er niemand tussen komt',
    'dan ben je je klanten kwijt',
  ]) {
    expect([text, hits(text)]).toEqual([text, 0]);
  }
});

test('so does the list of what only there is wrong', () => {
  const hits = (text: string) => WRONG_HERE.filter(({ words }) => words.test(text)).length;
  for (const text of [
    'Dit kan ik niet lezen.',
    'Uw bestand',
    'elke call',
    'hoogstens 3',
    'Hoe lang duurt het?',
    'een lab apart',
    'Dit bestand is niet heel.',
    'functies riepen elkaar op.',
    'Stop met lezen',
  ]) {
    expect([text, hits(text)]).toEqual([text, 1]);
  }
  for (const text of [
    'wanneer ik mijn functies aanriep',
    'uur',
    'Hoe langer het duurt',
    'niet heel erg',
    'calls: 3',
  ])
    expect([text, hits(text)]).toEqual([text, 0]);
});
