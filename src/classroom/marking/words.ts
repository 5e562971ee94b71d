/** What a teacher reads about files that were handed in: why one is not marked, and what to know of one that is. */
import { count } from '../../kit/numbers.ts';
import type { Note } from './hand-in-notes.ts';
import type { FileRefusal } from './read-files.ts';
import { MOST_FILES, MOST_IN_INNER_ZIP, UNPACKED_LIMIT_BYTES } from './read-files.ts';
import type { Remark } from './whose.ts';

const MB = 1_024 * 1_024;

export const refusalWords = {
  TOO_LARGE:
    'te groot: een inlevering is maximaal 1 MB, een zip 50 MB. Vraag de student om alleen de inlevering',
  NOT_JSON: 'een beschadigde inlevering. Vraag de student om opnieuw in te leveren',
  OTHER_FILE: 'geen inlevering van Functielab. Vraag de student om het bestand van ‘Bewaar mijn inlevering’',
  TOO_MANY: `dit en alles erna is niet gelezen: meer dan ${MOST_FILES.toLocaleString('nl')} bestanden. Geef ze in delen`,
  TOO_MUCH: `niet gelezen: alles samen pakt uit tot meer dan ${UNPACKED_LIMIT_BYTES / MB} MB. Pak de zip uit, en kies de inleveringen zelf`,
  TOO_FULL: `dit en wat er in deze zip op volgt is niet gelezen: meer dan ${MOST_IN_INNER_ZIP} bestanden. Vraag de student om alleen de inlevering`,
  BAD_ZIP: 'geen zip, of geen complete. Download hem opnieuw',
  DAMAGED: 'beschadigd in de zip. Download de zip opnieuw',
  LOCKED: 'met een wachtwoord op de zip. Pak hem eerst uit',
  OTHER_PACKING: 'ingepakt op een manier die we niet kennen. Pak de zip uit en kies de bestanden zelf',
  SYSTEM_PAGE:
    'van je leeromgeving zelf: een overzicht, of wat er in het tekstvak is getypt. Hier staat geen inlevering in',
  TOO_DEEP: 'een zip in een zip in een zip. Pak hem eerst uit',
  EMPTY_ZIP: 'een lege zip. Vraag de student om opnieuw in te leveren',
  EMPTY_FOLDER: 'een lege map: er is niets ingeleverd',
} satisfies Record<FileRefusal, string>;

export function remarkInWords(remark: Remark): string {
  switch (remark.kind) {
    case 'NOTHING':
      return 'niets ingeleverd';
    case 'UNREADABLE':
      return 'geen inlevering die te lezen is: zie Niet nagekeken';
    case 'LATE':
      return 'te laat, zegt je leeromgeving';
    case 'EARLIER':
      return `ook ${count(remark.count, 'eerdere inlevering', 'eerdere inleveringen')}`;
    case 'SAME_NAME':
      return `deze naam staat er ${remark.rows} keer`;
    case 'OTHER_NAME':
      return `in het bestand staat een andere naam: ${remark.typed}`;
  }
}

export function noteInWords(note: Note): string {
  switch (note.kind) {
    case 'OTHER_SET':
      return `gemaakt voor een andere reeks, of een andere versie ervan: ${note.title || 'zonder titel'}`;
    case 'UNKNOWN_EXERCISES':
      return `${count(note.exercises, 'oefening is', 'oefeningen zijn')} hier niet bekend. Plak hierboven de link van de reeks, of open je eigen oefening eerst op dit toestel`;
    case 'OTHER_VERSION':
      return 'Gemaakt met een andere versie van deze oefening. De controles van nu tellen: kijk zelf of dat eerlijk is.';
    case 'OLD_VERDICT':
      return 'Dit is de uitslag van de vorige versie van deze oefening. Kijk de rest na, dan komt de nieuwe.';
    case 'RAN_AGAIN':
      return 'Deze code kwam eerst tijd tekort en draaide daarna nog een keer alleen. Die tweede uitslag telt.';
    case 'NO_SOLUTION':
      return `${count(note.checks, 'controle heeft', 'controles hebben')} de oplossing nodig, en die is hier niet. Open je eigen oefening als bestand, en kijk de rest na.`;
  }
}
