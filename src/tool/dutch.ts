/** The tool in Dutch: its first language. Sentences of the course itself are those of the course. */
import type { Entry, InvocationFailure } from '../engine/index.ts';
import { bytesInWords, count } from '../kit/numbers.ts';
import {
  FILE_LIMIT_BYTES,
  MOST_FILES,
  PROJECT_FILE,
  PROJECT_LIMIT_BYTES,
  pathProblem,
} from '../project/index.ts';
import { entryInWords, failureInWords } from '../take-home/runner/words.ts';
import { dutchBillWords } from './bill/bill-words.ts';
import { oneLine } from './terminal.ts';
import type { FolderWords, RunWords, ToolWords } from './words.ts';

const NOTHING_CHANGED = 'Er is niets veranderd.';
const tooMuch = `Een map mag maximaal ${MOST_FILES} bestanden hebben, samen ${bytesInWords(PROJECT_LIMIT_BYTES)}: kies een kleinere map, bijvoorbeeld alleen die met je code. ${NOTHING_CHANGED}`;

const folder: FolderWords = {
  refused: {
    NOT_THERE: (path) => `De map ${path} is er niet. Klopt de naam?`,
    NOT_A_FOLDER: (path) => `${path} is geen map. Noem de map waarin je functie staat.`,
    NOT_READABLE: (path) => `De map ${path} mag je niet lezen. Kijk naar de rechten, of kies een andere map.`,
    LINK_OUTSIDE: (path) =>
      `${path} is een koppeling naar iets buiten de map. Haal de koppeling weg, of zet het bestand zelf in de map. ${NOTHING_CHANGED}`,
    BAD_NAME: (path) => `Het pad “${oneLine(path)}” kan niet. ${pathProblem(path) ?? ''} ${NOTHING_CHANGED}`,
    TOO_MANY_FILES: () => `Dit zijn meer dan ${MOST_FILES} bestanden. ${tooMuch}`,
    TOO_MANY_BYTES: () => `Dit is meer dan ${bytesInWords(PROJECT_LIMIT_BYTES)}. ${tooMuch}`,
  },
  left: {
    noText: (path) => `${path} is geen tekst, en gaat niet mee.`,
    tooLarge: (path) => `${path} is groter dan ${bytesInWords(FILE_LIMIT_BYTES)}, en gaat niet mee.`,
    gone: (path) => `${path} was net weg, of mag je niet lezen. Het gaat niet mee.`,
    linkedFolder: (path) => `${path} is een koppeling naar een map, en gaat niet mee.`,
  },
  noScripts: `In deze map staat geen JavaScript (.js of .mjs), dus ook geen functie. Kies de map met je code, of maak een begin met functielab new. ${NOTHING_CHANGED}`,
  onlyTypeScript: `Deze map heeft TypeScript, en het lab draait JavaScript. Zet het eerst om, bijvoorbeeld met npx tsc, en kies de map met het resultaat. ${NOTHING_CHANGED}`,
  noHandler: `In geen enkel bestand staat export default met een functie. Zet dat voor de functie die moet draaien. ${NOTHING_CHANGED}`,
  otherKind: {
    aws: (path) =>
      `${path} is een handler van AWS Lambda: die krijgt (event, context). Hier krijgt een functie een Request en geeft ze een Response. Schrijf bovenaan export default async (request) => … en geef new Response(…) of Response.json(…) terug.`,
    azure: (path) =>
      `${path} is een functie van Azure: die meldt zich met app.http(…). Laat het pakket @azure/functions weg, en zet export default voor de functie zelf: ze krijgt hier een Request en geeft een Response.`,
    google: (path) =>
      `${path} is een functie van Google Cloud: die krijgt (req, res). Laat het functions-framework weg en schrijf export default async (request) => …, met een Response als antwoord.`,
    server: (path) =>
      `${path} is een server die zelf luistert, met Express of iets wat daarop lijkt. Een functie luistert niet: zet wat een route doet in export default async (request) => …, en laat listen weg.`,
    commonjs: (path) =>
      `${path} gebruikt require of module.exports. Hier werken ES-modules: schrijf import in plaats van require, en export default voor de functie.`,
    broken: (path) =>
      `${path} is niet te lezen als JavaScript. Kijk naar een haakje, komma of aanhalingsteken te veel of te weinig; node --check ${path} zegt op welke regel.`,
  },
  adapted: (path) =>
    `${path} is een Worker: een object met fetch. Functielab roept die aan zoals zijn eigen platform dat doet, met de omgevingsvariabelen in env. Je bestand is niet veranderd.`,
  workerNamed: (path) =>
    `${path} is een Worker: een object met fetch. Zet export default voor een functie, of haal ${PROJECT_FILE} weg: dan past Functielab de Worker zelf aan.`,
  noDefault: (path) =>
    `In ${path} staat geen export default met een functie. Zet dat voor de functie die moet draaien.`,
  brokenManifest: (why) =>
    `package.json is geen geldige JSON-tekst met een object${why === '' ? '' : ` (${why})`}. Maak het in orde, of haal het weg. ${NOTHING_CHANGED}`,
  cron: {
    CRON_INVALID: (name, cron) =>
      `De functie ${name} heeft als cron "${cron}", en dat klopt niet. Schrijf vijf velden met een spatie ertussen: minuut, uur, dag, maand en weekdag. Elke vijf minuten is */5 * * * *.`,
    CRON_NEVER: (name, cron) =>
      `De functie ${name} heeft als cron "${cron}", en zo’n moment komt nooit. Kies een andere dag of maand.`,
  },
  needsNode: (names) =>
    `De code gebruikt pakketten of onderdelen van Node (${names}). Hier draait ze in Node; in de sandbox van een browser kan ze niet draaien.`,
  notInstalled: (names) =>
    `Niet geïnstalleerd: ${names}. Typ in de map: npm install ${names.replaceAll(',', '')}`,
  ofProject: ({ sentence }) => sentence,
};

function failure(failure: InvocationFailure): string {
  const { path, allowed } = failure.details ?? {};
  if (failure.code === 'NO_ROUTE') return `Geen enkele functie beantwoordt ${path}.`;
  if (failure.code === 'METHOD_NOT_ALLOWED') return `Dit pad bestaat, maar alleen met ${allowed}.`;
  return failureInWords(failure);
}

const run: RunWords = {
  ready: (address) => `Het lab staat klaar. Open dit adres in je browser:\n\n  ${address}\n`,
  inTab: (address) => `Alleen je functie, in een tabblad: ${address}`,
  functionLine: (name, trigger) => `  ${name}: ${trigger}`,
  http: (routes) => (routes === null ? 'elke aanroep' : routes.join(', ')),
  upload: (prefix) => `een upload onder ${prefix} (PUT /_functielab/bucket/${prefix}…)`,
  timer: (cron, isOn) =>
    `de klok, ${cron}${isOn ? '' : ' (die staat stil: start met --clock, of POST /_functielab/clock)'}`,
  queue: 'een bericht in de wachtrij (POST /_functielab/queue)',
  forPrograms: (header, token) =>
    `Een programma geeft de sleutel mee als header: curl -H "${header}: ${token}" …\nDie sleutel geldt tot je stopt. Geef hem aan niemand.`,
  noSandbox:
    'Let op: hier is geen sandbox. De code draait met jouw rechten, op jouw computer. Draai alleen code die je kent.',
  stores: (place) =>
    place === null
      ? 'Opslag en wachtrij staan in het geheugen, en zijn weg als je stopt. Met --keep blijven ze.'
      : `Opslag en wachtrij blijven bewaard in ${place}.`,
  stopping:
    'Bewaar een bestand, en het wordt uitgerold; er draait pas iets als je het aanroept. Stoppen: Ctrl+C',
  stillOld: 'De vorige versie draait door.',
  portTaken: (first, last) =>
    first === last
      ? `Poort ${first} is bezet. Kies een andere, bijvoorbeeld --port ${first + 1}.`
      : `De poorten ${first} tot en met ${last} zijn allemaal bezet. Kies er zelf een met --port.`,
  cannotListen: (why) => `De server kon niet starten (${why}). Kies een andere poort met --port.`,
  stateUnusable: {
    IN_USE:
      'Een andere functielab heeft wat in .functielab/ bewaard is nu in gebruik. Stop die eerst, of start zonder --keep. Is er geen andere, haal dan .functielab/lock weg.',
    NOT_WRITABLE:
      'In .functielab/ kunnen we niet schrijven. Kijk naar de rechten van de map, of start zonder --keep.',
    LINKED:
      'In .functielab/ is iets een koppeling, of geen gewoon bestand. Er is niets veranderd. Haal die map weg, of start zonder --keep.',
    DAMAGED:
      'Wat in .functielab/ bewaard is, is niet te lezen. Er is niets veranderd. Zet die map opzij en start opnieuw, of start zonder --keep.',
    NEWER:
      'Wat in .functielab/ bewaard is, is van een nieuwere Functielab. Er is niets veranderd. Gebruik die nieuwere, of start zonder --keep.',
  },
  entry: (entry: Entry) => entryInWords(entry),
  failure,
  receipt: (euro, usd) => `    Bon: ${euro} ($ ${usd})`,
  total: (calls, euro, usd, tariff) =>
    `Samen: ${count(calls, 'aanroep', 'aanroepen')}, ${euro} ($ ${usd}) tegen het tarief ${tariff}, zonder gratis tegoed.`,
  refusal: {
    BAD_TARGET: 'Dit is geen pad van deze server.',
    OTHER_HOST: 'Deze server antwoordt alleen op 127.0.0.1 en localhost.',
    OTHER_SITE: 'Een andere site mag deze functies niet aanroepen.',
    NO_TOKEN: 'Open het adres dat in de terminal staat: daarin zit de sleutel van deze keer.',
  },
  welcome: 'Verder naar je functies',
  failed:
    'De functie gaf een antwoord dat niet te versturen is. Kijk naar de namen en waarden van de headers.',
  noPage:
    'Hier is geen pagina. Het lab voor de browser zit alleen in het pakket: maak dat met npm run pack:tool.',
};

export const dutch: ToolWords = {
  language: 'nl',
  command: {
    help: `Gebruik: functielab [opties] [map]        het lab voor de functies in een map
         functielab check [map]           wat er mis is met een map
         functielab new <sjabloon> [map]  een begin: http, upload, timer, wachtrij of crud
         functielab bill [opties] [log …] de bon van een log of van gebruik
         functielab export <cloud> [map]  de map als project voor een echt platform, in een zip

De map is de map waarin je staat, als je er geen noemt. Welke functies erin zitten, staat in
${PROJECT_FILE}; is dat er niet, dan zoekt Functielab zelf welk bestand een functie heeft.
Alles draait op deze computer: er is geen account, en er wordt niets verstuurd.

  --port <getal>   precies deze poort; zonder is het de eerste vrije vanaf 4400
  --tariff <id>    het tarief van de bonnen; zonder is het dat van AWS Lambda
  --keep           opslag en wachtrij blijven, in de map .functielab
  --clock          timers gaan af op hun eigen tijd
  --out <zip>      van export: hoe de zip heet
  --lang en        in English
  --help           deze uitleg
`,
    unknownOption: (option) =>
      `De optie ${option} kennen we niet, of er ontbreekt iets achter. functielab --help noemt ze.`,
    unknownLanguage: (language) => `De taal ${language} kennen we niet. Kies nl of en.`,
    badPort: (port) => `${port} is geen poort. Kies een getal van 0 tot en met 65535.`,
    tooMany: (argument) => `Met ${argument} weten we geen raad. Noem één map.`,
    unknownTariff: (tariff, ids) => `Het tarief ${tariff} kennen we niet. Kies een van deze:\n${ids}`,
    unexpected: (why) => `Er ging iets mis wat niet had mogen gebeuren: ${why}`,
    inOrder: (functions, files) =>
      `In orde: ${count(functions, 'functie', 'functies')} in ${count(files, 'bestand', 'bestanden')}.`,
    whichTemplate: (names) => `Kies een sjabloon: ${names}. Bijvoorbeeld: functielab new http mijn-map`,
    exists: (paths) => `Dit staat er al, en wordt niet overschreven: ${paths}. ${NOTHING_CHANGED}`,
    made: (path) => `gemaakt: ${path}`,
    nextStep: (place) => `Start met: functielab ${place}`,
    cannotWrite: (path, why) => `${path} kunnen we niet schrijven (${why}).`,
    whichTarget: (names) => `Kies een platform: ${names}. Bijvoorbeeld: functielab export container`,
    lacks: (sentence) => `${sentence} ${NOTHING_CHANGED}`,
    packagesStay: (names) =>
      `Deze pakketten zitten niet in het project: ${names}. Zet ze er zelf bij met npm install, of schrijf het zonder.`,
    packed: (path, target) => `gemaakt: ${path}, voor ${target}. Pak uit, en lees LEESMIJ.md.`,
    neverRests: `De functies zetten elkaar steeds weer aan het werk, dus er is geen antwoord om mee te vergelijken. ${NOTHING_CHANGED}`,
  },
  folder,
  run,
  bill: dutchBillWords('functielab bill'),
};
