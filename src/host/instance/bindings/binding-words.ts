/** Why a binding did not do what was asked, and what to do: the words that the learner reads. */
import type { KeyProblem } from '../../../contract/binding-rules.ts';
import type { BindingFailure, BindingFailureCode } from '../../../contract/bindings.ts';

type Details = Readonly<Record<string, string | number>>;

const keyWords = {
  notText: (key) => `Een sleutel is een tekst, en dit is ${key}. Maak er eerst tekst van.`,
  empty: () => 'De sleutel is leeg. Geef een tekst van minstens één teken.',
  tooLong: (key) =>
    `De sleutel "${key}" is te lang. Een sleutel mag maximaal 512 bytes zijn: kies een kortere.`,
  slash: (key) => `De sleutel "${key}" begint met een schuine streep. Laat die weg.`,
  backslash: (key) => `In de sleutel "${key}" staat een \\. Gebruik / om delen van elkaar te scheiden.`,
  dots: (key) => `In de sleutel "${key}" is een deel alleen . of .., en dat kan niet. Kies een gewone naam.`,
  unprintable: (key) => `In de sleutel "${key}" staat een onzichtbaar teken. Haal dat eruit.`,
} satisfies Record<KeyProblem, (key: string) => string>;

const words = {
  BINDING_NOT_GRANTED: ({ binding }) =>
    `Deze functie mag context.${binding} niet gebruiken: ze heeft er geen toestemming voor. Wie de speeltuin maakt, geeft die in het manifest: "${binding}" bij "grants".`,
  INVOCATION_OVER: () =>
    'Deze aanroep is al voorbij, dus er is niets gedaan. Zet await voor alles wat klaar moet zijn voordat je functie eindigt.',
  KEY_INVALID: ({ key = '', problem }) =>
    isKeyProblem(problem) ? keyWords[problem](String(key)) : `De sleutel "${key}" kan niet. Kies een andere.`,
  KV_VALUE_TOO_LARGE: ({ key = '', bytes = 0, limitBytes = 0 }) =>
    `De waarde voor "${key}" is ${size(bytes)}. Eén waarde mag maximaal ${size(limitBytes)} zijn. Verdeel die over meer sleutels, of bewaar het geheel als bestand in context.bucket.`,
  VALUE_NOT_JSON: () =>
    'Deze waarde kan niet bewaard worden: ze past niet in JSON. Geef tekst, een getal, true, false of null, of een lijst of object met alleen zulke waarden.',
  OBJECT_TOO_LARGE: ({ key = '', bytes = 0, limitBytes = 0 }) =>
    `Het bestand "${key}" is ${size(bytes)}. Eén bestand mag maximaal ${size(limitBytes)} zijn. Maak het kleiner, of verdeel het over meer bestanden.`,
  MESSAGE_TOO_LARGE: ({ bytes = 0, limitBytes = 0 }) =>
    `Dit bericht is ${size(bytes)}. Eén bericht mag maximaal ${size(limitBytes)} zijn. Bewaar de gegevens in context.bucket en stuur alleen de sleutel.`,
  MESSAGE_NOT_JSON: () =>
    'Dit bericht kan niet verstuurd worden: het past niet in JSON. Geef tekst, een getal, true, false of null, of een lijst of object met alleen zulke waarden.',
  DELAY_INVALID: () =>
    'delaySeconds is een getal van 0 tot en met 900. Kies een wachttijd van maximaal een kwartier.',
  BODY_INVALID: () =>
    'Dit kan geen bestand worden. Geef tekst, een ArrayBuffer, een Uint8Array of een Blob. Van een object maak je tekst met JSON.stringify; een stream lees je eerst, met await request.arrayBuffer().',
  STORE_FULL: ({ store, limitBytes = 0 }) =>
    `De opslag context.${store} is vol: er past ${size(limitBytes)} in. Verwijder eerst wat je niet meer nodig hebt.`,
  QUEUE_FULL: ({ limit = 0 }) =>
    `De wachtrij is vol: er mogen ${thousands(limit)} berichten in staan. Wacht tot er berichten verwerkt zijn, of stuur er minder.`,
  SERVICE_REQUEST_TOO_LARGE: ({ bytes = 0, limitBytes = 0 }) =>
    `Dit verzoek aan een dienst is ${size(bytes)}. Eén verzoek mag maximaal ${size(limitBytes)} zijn. Verstuur het in delen.`,
  SERVICE_UNKNOWN: ({ service = '' }) => `De dienst ${service} bestaat hier niet.`,
  CONNECTION_DROPPED: ({ service = '' }) =>
    `De verbinding met ${service} is verbroken voordat er een antwoord was. Vang de fout op met try en catch, en probeer het opnieuw.`,
  CALL_TIMED_OUT: () => 'Het antwoord kwam niet binnen de tijd van AbortSignal.timeout().',
  CALL_ABORTED: () => 'De functie heeft deze vraag afgebroken.',
} satisfies Record<BindingFailureCode, (details: Details) => string>;

export function bindingWords({ code, details = {} }: BindingFailure): string {
  return words[code](details);
}

/** What is wrong with an option that no failure is made of: a mistake that is the same for every store. */
export const optionWords = {
  ifVersion:
    'ifVersion is het versienummer dat getWithVersion gaf, of null als de sleutel er nog niet mag zijn.',
  limit: 'limit is een heel getal van 1 of meer: hoeveel je er maximaal wilt.',
};

function isKeyProblem(problem: unknown): problem is KeyProblem {
  return typeof problem === 'string' && Object.hasOwn(keyWords, problem);
}

/** Rounded up, so that what is just over a limit does not read as the limit. */
function size(bytes: string | number): string {
  const kb = Number(bytes) / 1024;
  const [amount, unit] = kb < 1024 ? [kb, 'KB'] : [kb / 1024, 'MB'];
  return `${String(Math.ceil(amount * 10) / 10).replace('.', ',')} ${unit}`;
}

function thousands(count: string | number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '.');
}
