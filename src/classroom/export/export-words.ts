/** What a teacher reads about what is taken out of a marking. */
import type { FeedbackFor } from './feedback-zips.ts';
import type { GradeBookName } from './grade-books.ts';

interface Choice {
  readonly title: string;
  readonly help: string;
}

export const BOOKS = {
  canvas: {
    title: 'Kolom voor Canvas',
    help: 'Importeer dit in Canvas bij Cijfers, Importeren. Bestaat de kolom nog niet, dan maakt Canvas die.',
  },
  moodle: {
    title: 'Kolom voor Moodle',
    help: 'Importeer dit in Moodle bij Cijfers, Importeren, CSV, en koppel Email address of ID number. Je opmerkingen gaan mee.',
  },
  brightspace: {
    title: 'Kolom voor Brightspace',
    help: 'Importeer dit in Brightspace bij Cijfers, Importeren. Daarvoor is een studentnummer (OrgDefinedId) of een gebruikersnaam nodig.',
  },
} satisfies Record<GradeBookName, Choice>;

export const FEEDBACK_ZIPS = {
  moodle: {
    title: 'Zip voor Moodle',
    help: 'Deze zip heeft dezelfde mappen als de zip die je kreeg. Upload hem bij de opdracht als feedbackbestanden in een zip.',
  },
  canvas: {
    title: 'Zip voor Canvas',
    help: 'Upload hem bij de opdracht als nagekeken inzendingen. Canvas toont de feedback als opmerking, onder de bestandsnaam van de inlevering.',
  },
  everybody: {
    title: 'Zip met een bestand per student',
    help: 'Voor elke andere leeromgeving, of om zelf te versturen.',
  },
} satisfies Record<FeedbackFor, Choice>;

export const savedInWords = (name: string) => `Bewaard: ${name}.`;

/**
 * @param names of those of whom too little is known to find them
 * @param hasList whether there is a class list already
 */
export function leftOfBook(names: readonly string[], hasList: boolean): string {
  if (names.length === 0) return '';
  const way = hasList
    ? 'Zet hun e-mailadres of nummer op de klassenlijst'
    : 'Plak bij Uitslag een klassenlijst met e-mailadressen of nummers';
  return `Zonder ${namesInWords(names)}, want je leeromgeving zou ze niet vinden. ${way}, of neem de tabel.`;
}

/** @param names of those whose hand-in did not come out of a zip of that environment */
export function leftOfZip(names: readonly string[], target: FeedbackFor): string {
  if (names.length === 0 || target === 'everybody') return '';
  const whose = target === 'moodle' ? 'Moodle' : 'Canvas';
  return `Zonder ${namesInWords(names)}, want hun werk kwam niet met een naam uit een zip van ${whose}. Neem voor hen de zip met een bestand per student.`;
}

function namesInWords(names: readonly string[]): string {
  const more = names.length > 8 ? ` en nog ${names.length - 8}` : '';
  return `${names.slice(0, 8).join(', ')}${more}`;
}
