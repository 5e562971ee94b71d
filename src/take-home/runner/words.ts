/** What happened on the platform, a line each. The course's own messages name buttons, which there are none of here. */
import { REQUEST_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { Entry, InvocationFailure } from '../../engine/index.ts';
import { bytesInWords, decimal } from '../../kit/numbers.ts';
import { goneReasons, outcomes, serviceEndings } from '../../playground/failures/words.ts';

export function entryInWords(entry: Entry): readonly string[] {
  switch (entry.type) {
    case 'log': {
      // Marked, so that nothing that a function prints reads as a line of the platform.
      const lines = entry.lines.map(({ text }) => `    | ${text.replaceAll('\n', '\n    | ')}`);
      return entry.dropped === 0 ? lines : [...lines, `    … ${entry.dropped} regels weggelaten`];
    }
    case 'deployed':
      return [`Uitgerold: ${entry.functionName}`];
    case 'instanceReady':
      return [`Instantie ${entry.instanceId}: koude start, ${decimal(entry.initMs, 1)} ms`];
    case 'instanceGone':
      return [`Instantie ${entry.instanceId} ${goneReasons[entry.reason]}`];
    case 'invocationEnded': {
      const words = entry.outcome === 'ok' ? 'klaar in' : outcomes[entry.outcome];
      const { durationMs, memoryMb } = entry.usage;
      return [`Instantie ${entry.instanceId}: ${words} ${decimal(durationMs, 1)} ms, ${memoryMb} MB`];
    }
    case 'serviceCall': {
      const { method, url, outcome, status, waitedMs } = entry;
      const ending = outcome === 'answered' ? status : serviceEndings[outcome];
      return [`    Nagespeelde dienst, ${method} ${url}: ${ending} na ${decimal(waitedMs, 1)} ms`];
    }
    case 'throttled':
      return ['Geweigerd (429): te veel aanroepen tegelijk.'];
    default:
      return [];
  }
}

/** What a caller gets when there is no answer of the function's own. */
export function failureInWords({ code, error, details = {} }: InvocationFailure): string {
  const file = details['file'] ?? 'De code';
  const place = error?.frames[0];
  const where = place ? ` (${place.file}, regel ${place.line})` : '';
  const said = error ? `\n${error.name}: ${error.message}${where}` : '';
  switch (code) {
    case 'HANDLER_ERROR':
    case 'INIT_ERROR':
    case 'SYNTAX_ERROR':
      return `De functie gaf een fout.${said}`;
    case 'HANDLER_TIMEOUT':
    case 'INIT_TIMEOUT':
      return `De functie was na ${details['timeoutMs']} ms nog niet klaar en is gestopt.`;
    case 'THROTTLED':
      return 'Er draaien al zoveel aanroepen als er tegelijk mogen. Probeer het straks opnieuw.';
    case 'REQUEST_TOO_LARGE':
      return `De body is groter dan ${bytesInWords(REQUEST_LIMIT_BYTES)}.`;
    case 'NO_DEFAULT_EXPORT':
      return `In ${file} ontbreekt export default.`;
    case 'NOT_A_RESPONSE':
      return `De functie gaf ${details['got']} terug, en geen Response.`;
    case 'PACKAGE_NOT_INSTALLED':
      return `${file} importeert ${details['specifier']}, maar dat pakket is er niet. Typ: npm install`;
    case 'IMPORT_NOT_FOUND':
      return `${file} importeert ${details['specifier']}, maar dat bestand is er niet.`;
    default:
      return `De functie kon niet antwoorden (${code}).${said}`;
  }
}
