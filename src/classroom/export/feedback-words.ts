/** Feedback as a student reads it: what each line says, whatever it is written as. */
import { momentOfDay } from '../../kit/dates.ts';
import { decimal } from '../../kit/numbers.ts';
import type { ExerciseFeedback, Feedback } from './feedback.ts';

/** `8 van 12 controles goed, 66,7 %: 13,3 op 20, of een 6,9.` */
export function totalInWords({ points, of, share, onTwenty, onTen }: Feedback['total']): string {
  if (share === null || onTwenty === null || onTen === null) return 'Nog niet alles is nagekeken.';
  const percent = decimal(share * 100, 1);
  return `${points} van ${of} controles goed, ${percent} %: ${decimal(onTwenty, 1)} op 20, of een ${decimal(onTen, 1)}.`;
}

export function handedInWords({ place, moment }: Feedback): string {
  if (place === '') return 'Er is niets ingeleverd.';
  return moment === null ? `Ingeleverd: ${place}.` : `Ingeleverd op ${momentOfDay(moment)}: ${place}.`;
}

export function exerciseInWords({ checks, isHandedIn, isUntouched, points, of }: ExerciseFeedback): string {
  if (!isHandedIn) return 'Niet ingeleverd.';
  if (checks === null) return 'Nog niet nagekeken.';
  const counted = `${points ?? 0} van ${of} goed.`;
  return isUntouched ? `${counted} De code is niet veranderd.` : counted;
}

export const checkInWords = ({ isPassed, passesAtStart }: { isPassed: boolean; passesAtStart?: true }) =>
  isPassed ? (passesAtStart ? 'Goed (al bij het begin)' : 'Goed') : 'Niet goed';

export const NOTE = 'Van je docent';
export const EXPECTED = 'Verwacht';
export const RECEIVED = 'Gekregen';
export const LOOK = 'Kijk hier';
export const CHANGED = 'Wat je veranderde';
export const heading = (title: string, name: string) => `Feedback op ${title}: ${name}`;
