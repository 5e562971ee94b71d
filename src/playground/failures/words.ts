/**
 * The Dutch words for everything that can go wrong: what happened, and what to do. The compiler finds the code
 * that has none.
 *
 * This folder is the sentences, the mistakes of beginners that are recognised (`mistakes/`), and the views that fetch them when
 * something goes wrong (`FailureText.tsx`, `FailedRun.tsx`). Events and results of the playground, exercises and the runner
 * that is taken home import it.
 */

import type { Failure } from '../../contract/failure.ts';
import { REQUEST_LIMIT_BYTES, RESPONSE_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { FailureCode } from '../../engine/index.ts';
import { bytesInWords } from '../../kit/numbers.ts';
import type { GoneReason, InvocationOutcome, ReturnReason } from '../../platform/index.ts';
import type { ProblemCode } from '../model/problems.ts';
import type { Mistake } from './mistakes/index.ts';

export { serviceEndings } from '../entries/asked.ts';
// With the sentences they are one file to fetch.
export { mistakeInAnswer, mistakeInCode } from './mistakes/index.ts';

type Details = Readonly<Record<string, string | number>>;
export type MessageCode = FailureCode | ProblemCode;

const seconds = (ms: string | number | undefined) => `${(Number(ms) / 1_000).toLocaleString('nl')} s`;

const limit = (d: Details) => bytesInWords(Number(d['limitBytes'] ?? 0));

/** Of what is too large; what is just over a limit must not read as the limit. */
function sizeOver(d: Details): string {
  const size = bytesInWords(Number(d['bytes'] ?? 0));
  return size === limit(d) ? `iets meer dan ${size}` : size;
}

/** What a value is, as JavaScript's `typeof` calls it, after "gaf" and "maar". */
const kinds: Readonly<Record<string, string>> = {
  object: 'een object',
  array: 'een lijst',
  string: 'een tekst',
  number: 'een getal',
  bigint: 'een getal',
  boolean: 'true of false',
  function: 'een functie',
  symbol: 'een symbool',
};

function kindInWords({ got = 'iets anders' }: Details): string {
  return kinds[got] ?? String(got);
}

const messages = {
  HANDLER_ERROR: () =>
    'Je functie gaf een fout. Hieronder staat welke. Verbeter de code en druk opnieuw op Voer uit.',
  INIT_ERROR: () =>
    'Je code gaf al een fout bij het opstarten, voordat je functie aan de beurt was. Kijk naar de code buiten de functie.',
  SYNTAX_ERROR: () =>
    'JavaScript kan deze code niet lezen. Kijk op de aangegeven regel naar een haakje, komma of aanhalingsteken.',
  NO_DEFAULT_EXPORT: (d) =>
    `In ${d['file'] ?? 'je code'} ontbreekt export default. Zet die woorden voor de functie die moet draaien.`,
  DEFAULT_NOT_FUNCTION: (d) =>
    `Achter export default staat geen functie, maar ${kindInWords(d)}. Zet er een functie achter.`,
  NOT_A_RESPONSE: (d) =>
    d['got'] === 'undefined'
      ? 'Je functie gaf niets terug. Ontbreekt er een return? Eindig met return new Response(…).'
      : `Je functie gaf ${kindInWords(d)} terug, en dat is nog geen antwoord. Eindig met return Response.json(…) voor gegevens, of met return new Response(…) voor tekst.`,
  RESPONSE_TOO_LARGE: () =>
    `Het antwoord is groter dan ${bytesInWords(RESPONSE_LIMIT_BYTES)}. Geef minder gegevens terug, of verdeel ze over meer aanroepen.`,
  IMPORT_FROM_WEB: (d) =>
    `${d['file'] ?? 'Je code'} haalt code van het web: ${d['specifier'] ?? ''}. Dat kan hier niet. Zet de code in een eigen bestand.`,
  IMPORT_PACKAGE: (d) =>
    `${d['file'] ?? 'Je code'} importeert het pakket ${d['specifier'] ?? ''}. Pakketten werken niet in de browser. Schrijf dat stukje zelf, of zet ./ voor de naam als het je eigen bestand is.`,
  IMPORT_OF_NODE: (d) =>
    `${d['file'] ?? 'Je code'} importeert ${d['specifier'] ?? ''}, en dat hoort bij Node. In de browser is geen Node. Kies bij Uitvoeromgeving iets met Node, of doe het zonder.`,
  PACKAGE_NOT_INSTALLED: (d) =>
    `${d['file'] ?? 'Je code'} importeert het pakket ${d['specifier'] ?? ''}, maar dat is niet geïnstalleerd. Heeft je functie een package.json, zet het daar dan in. Schrijf dat stukje anders zelf.`,
  IMPORT_JSON_UNTYPED: (d) =>
    `${d['file'] ?? 'Je code'} importeert ${d['specifier'] ?? 'een JSON-bestand'}. Zeg erbij dat het JSON is: zet with { type: 'json' } achter de bestandsnaam.`,
  IMPORT_NOT_FOUND: (d) =>
    `${d['file'] ?? 'Je code'} importeert ${d['specifier'] ?? 'een bestand'}, maar dat bestand is er niet. ${d['meant'] ? `Bedoel je ${d['meant']}? ` : ''}Controleer de naam, het pad en de letters .js aan het eind.`,
  IMPORT_CYCLE: (d) =>
    `Deze bestanden importeren elkaar in een kring: ${d['files'] ?? ''}. Zet wat ze delen in een apart bestand.`,
  INSTANCE_CLOSED: () =>
    'Je functie sloot de eigen instantie met close(). Haal die aanroep weg: het platform ruimt instanties zelf op.',
  INSTANCE_CRASHED: () =>
    'De instantie is vastgelopen, misschien omdat het geheugen vol was. Maak je gegevens kleiner en voer opnieuw uit: dan start er een nieuwe instantie.',
  HOST_LOST: () =>
    'De omgeving waarin je functie draaide, reageerde niet meer. Je code is bewaard. Voer opnieuw uit.',
  HOST_UNAVAILABLE: () =>
    'De omgeving voor je functie kon niet starten. Laad de pagina opnieuw. Werkt dat niet, probeer dan een andere browser.',
  HANDLER_TIMEOUT: (d) =>
    `Je functie was na ${seconds(d['timeoutMs'])} nog niet klaar en is gestopt. Zoek een lus zonder einde of iets waarop ze te lang wacht, of kies een hogere Timeout.`,
  INIT_TIMEOUT: (d) =>
    `Het opstarten duurde langer dan ${seconds(d['timeoutMs'])} en is gestopt. Kijk naar de code buiten de functie: staat daar een lus zonder einde?`,
  THROTTLED: () =>
    'Er draaien al zoveel aanroepen als er tegelijk mogen. Deze aanroep is geweigerd (429). Wacht even en voer opnieuw uit.',
  CANCELLED: () => 'Je hebt de aanroep gestopt. De tijd tot dat moment staat wel op de bon.',
  REQUEST_TOO_LARGE: () =>
    `De body is groter dan ${bytesInWords(REQUEST_LIMIT_BYTES)} en is niet verstuurd. Maak de body kleiner.`,
  REQUEST_BAD_PATH: (d) =>
    `Het pad "${d['text'] ?? ''}" klopt niet. Begin met één schuine streep, zoals /begroet?naam=Mila.`,
  REQUEST_BAD_HEADER: (d) =>
    `De header "${d['text'] ?? ''}" klopt niet. Schrijf op elke regel een naam, een dubbelepunt en een waarde.`,
  ENV_BAD_LINE: (d) =>
    `De omgevingsvariabele "${d['text'] ?? ''}" klopt niet. Schrijf op elke regel een naam, een isgelijkteken en een waarde, zoals KLEUR=rood. Gebruik in de naam alleen letters, cijfers en _.`,
  LAB_UNAVAILABLE: () =>
    'Het platform kon niet laden. Controleer je verbinding en laad deze pagina opnieuw. Je code is bewaard.',
  NODE_NEEDED: () =>
    'Deze code heeft echte Node nodig, en die is er in de browser niet. Kies bij Uitvoeromgeving voor WebContainer. Je code blijft staan.',
  STRANGER_NEEDS_NODE: () =>
    'Deze code is van iemand anders en heeft echte Node nodig. In WebContainer kan code op het internet, daarom draait ze daar niet. Lees de code. Vertrouw je die, bewaar de code dan als je eigen versie.',
  INSTALL_FAILED: (d) =>
    `De pakketten konden niet worden geïnstalleerd. Kijk of package.json klopt en of je verbinding hebt, en probeer het opnieuw. ${d['said'] ? `npm zei: ${d['said']}` : ''}`,
  PROGRAM_FAILED: () =>
    'De server kon niet starten: de container nam de opdracht niet aan. Laad deze pagina opnieuw en probeer het nog eens. Je code is bewaard.',
  NO_ROUTE: (d) =>
    `Geen enkele functie hier beantwoordt het pad ${d['path'] ?? ''}. Controleer het pad, of kies een van de voorbeelden.`,
  METHOD_NOT_ALLOWED: (d) =>
    `Dit pad bestaat, maar niet met ${d['method'] ?? 'deze methode'}. Kies bij Methode voor ${d['allowed'] ?? 'een andere'}.`,
  OBJECT_TOO_LARGE: (d) =>
    `Dit bestand is ${sizeOver(d)}, en een bestand mag hier ${limit(d)} zijn. Er is niets geüpload. Kies een kleiner bestand.`,
  STORE_FULL: () => 'De opslag is vol. Gooi iets weg bij Opslag, of druk op Maak leeg.',
  QUEUE_FULL: (d) =>
    `Er staan al ${Number(d['limit'] ?? 0).toLocaleString('nl')} berichten in de wachtrij, en meer past er niet in. Wacht tot er een paar klaar zijn, of druk op Maak leeg.`,
  MESSAGE_TOO_LARGE: (d) =>
    `Dit bericht is ${sizeOver(d)}, en een bericht mag ${limit(d)} zijn. Maak het korter.`,
  MESSAGE_NOT_JSON: (d) =>
    `Dit bericht is geen JSON. Zet namen en teksten tussen dubbele aanhalingstekens, zoals { "naam": "Mila" }. ${d['said'] ? `De browser zegt: ${d['said']}` : ''}`,
  KEY_INVALID: (d) => `De naam "${d['key'] ?? ''}" kan hier niet. Geef het bestand een gewone naam.`,
  ACTION_REFUSED: () => 'Dit kon niet. Laad de pagina opnieuw en probeer het nog eens. Je code is bewaard.',
  SAMPLE_UNAVAILABLE: () =>
    'Het voorbeeldbestand kon niet laden. Controleer je verbinding en probeer het opnieuw, of kies een eigen bestand.',
  FILE_UNREADABLE: (d) =>
    `Het bestand "${d['name'] ?? ''}" kon niet worden gelezen. Staat het nog op dezelfde plek? Kies het opnieuw.`,
  CRON_INVALID: () =>
    'Deze cron-uitdrukking klopt niet. Schrijf vijf velden met een spatie ertussen: minuut, uur, dag, maand en weekdag. Elke vijf minuten is */5 * * * *.',
  CRON_NEVER: () =>
    'Deze cron-uitdrukking is te lezen, maar zo’n moment komt nooit. 30 februari bestaat bijvoorbeeld niet. Kies een andere dag of maand.',
  INSTALL_STOPPED: () => 'Je hebt het installeren gestopt. Er heeft nog niets gedraaid.',
} satisfies Record<MessageCode, (d: Details) => string>;

export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(messages, code);

/** Before the words of a known mistake, which tell the rest. */
const short: Partial<Record<MessageCode, string>> = {
  HANDLER_ERROR: 'Je functie gaf een fout.',
  INIT_ERROR: 'Je code gaf al een fout bij het opstarten, voordat je functie aan de beurt was.',
  SYNTAX_ERROR: 'JavaScript kan deze code niet lezen.',
};

export function messageOfMistake(failure: Failure<MessageCode>, mistake: Mistake): string {
  return `${short[failure.code] ?? messages[failure.code](failure.details ?? {})} ${mistake.words}`;
}

export function message(failure: Failure<MessageCode>): string {
  return messages[failure.code](failure.details ?? {});
}

/** Where nobody pressed `Voer uit`: an event is tried again by itself. */
const eventWords: Partial<Record<MessageCode, string>> = {
  HANDLER_ERROR: 'Je functie gaf een fout. Hieronder staat welke. Verbeter de code.',
  INSTANCE_CRASHED:
    'De instantie is vastgelopen, misschien omdat het geheugen vol was. Maak je gegevens kleiner.',
  HOST_LOST: 'De omgeving waarin je functie draaide, reageerde niet meer. Je code is bewaard.',
  CANCELLED: 'De aanroep is gestopt. De tijd tot dat moment staat wel op de bon.',
};

/** The same for what became of an event. */
export function eventMessage(failure: Failure<MessageCode>): string {
  return eventWords[failure.code] ?? message(failure);
}

/** After "Instantie 1 …". */
export const goneReasons: Readonly<Record<GoneReason, string>> = {
  expired: 'verdween: te lang niets te doen',
  replaced: 'verdween: er kwam een nieuwe versie',
  evicted: 'verdween: een andere functie had de plaats nodig',
  timeout: 'is gestopt: de timeout was voorbij',
  crashed: 'is vastgelopen',
  initFailed: 'kon niet opstarten',
  cancelled: 'is gestopt met Stop',
  cleared: 'is leeggemaakt',
};

export const outcomes: Readonly<Record<InvocationOutcome, string>> = {
  ok: 'gelukt',
  error: 'Je functie gaf een fout.',
  timeout: 'Gestopt: de timeout was voorbij.',
  crash: 'De instantie viel weg.',
  initFailed: 'De instantie kon niet opstarten.',
  cancelled: 'Gestopt door jou.',
};

/** Why a message comes again. */
export const returnReasons: Readonly<Record<ReturnReason, string>> = {
  error: 'De functie gaf een fout',
  timeout: 'De timeout was voorbij',
  crash: 'De instantie viel weg',
  initFailed: 'De instantie kon niet opstarten',
  cancelled: 'De aanroep is gestopt',
  partial: 'De functie meldde dit bericht als mislukt',
  ackLost: 'Het bericht was klaar, maar de bevestiging ging verloren',
  visibilityTimeout: 'De functie deed er te lang over',
};
