/** The Dutch words for what can be wrong with an event that the reader sets off. */
import type { EventProblemCode } from '../model/event-triggers.ts';

type Details = Readonly<Record<string, string | number>>;

const BYTES_PER_MB = 1024 * 1024;
const BYTES_PER_KB = 1024;

/** Rounded up, so that what is just over a limit does not read as the limit. */
function size(bytes: string | number | undefined): string {
  const count = Number(bytes ?? 0);
  const [amount, unit] = count < BYTES_PER_MB ? [count / BYTES_PER_KB, 'KB'] : [count / BYTES_PER_MB, 'MB'];
  return `${(Math.ceil(amount * 10) / 10).toLocaleString('nl')} ${unit}`;
}

export const eventMessages = {
  OBJECT_TOO_LARGE: (d) =>
    `Dit bestand is ${size(d['bytes'])}, en een bestand mag hier ${size(d['limitBytes'])} zijn. Er is niets geüpload. Kies een kleiner bestand.`,
  STORE_FULL: () => 'De opslag is vol. Gooi iets weg bij Opslag, of druk op Maak leeg.',
  QUEUE_FULL: (d) =>
    `Er staan al ${Number(d['limit'] ?? 0).toLocaleString('nl')} berichten in de wachtrij, en meer past er niet in. Wacht tot er een paar klaar zijn, of druk op Maak leeg.`,
  MESSAGE_TOO_LARGE: (d) =>
    `Dit bericht is ${size(d['bytes'])}, en een bericht mag ${size(d['limitBytes'])} zijn. Maak het korter.`,
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
    'Deze cron-uitdrukking kan ik lezen, maar zo’n moment komt nooit. 30 februari bestaat bijvoorbeeld niet. Kies een andere dag of maand.',
} satisfies Record<EventProblemCode, (d: Details) => string>;
