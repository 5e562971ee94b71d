/** What a teacher reads about a class list: what is wrong with it, and what to do. */
import { count } from '../../kit/numbers.ts';
import { type ListRemark, MOST_MEMBERS, type ReadList } from './class-list.ts';

export const listProblemWords = {
  EMPTY: 'Hier staat nog niemand in. Plak namen onder elkaar, of een stuk van je spreadsheet.',
  NO_NAMES:
    'We zien geen kolom met namen. Zet boven de kolommen wat erin staat: naam, of voornaam en achternaam, en daarnaast e-mail of studentnummer.',
  TOO_LARGE: 'Deze lijst is te groot. Plak alleen de namen van je klas.',
} satisfies Record<Extract<ReadList, { problem: unknown }>['problem'], string>;

export function listRemarkInWords(remark: ListRemark): string {
  switch (remark.kind) {
    case 'SAME_NAME':
      return `${remark.name} staat er ${remark.count} keer. Zet er een e-mailadres of nummer naast, dan houden we ze uit elkaar.`;
    case 'NO_NAME':
      return `Zonder naam: ${linesInWords(remark.lines)}. Wie daar staat, heet hier naar het e-mailadres of nummer.`;
    case 'TWICE':
      return `Staat er al, en telt één keer: ${linesInWords(remark.lines)}.`;
    case 'CUT':
      return `Alleen de eerste ${MOST_MEMBERS.toLocaleString('nl')} tellen mee.`;
  }
}

function linesInWords(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ');
  const rest = lines.length > 5 ? ` en nog ${lines.length - 5}` : '';
  return `${lines.length === 1 ? 'regel' : 'regels'} ${shown}${rest}`;
}

/** "28 studenten, 2 leverden niets in". */
export function listInWords(members: number, absent: number): string {
  const all = count(members, 'student', 'studenten');
  if (absent === 0) return `${all}, iedereen leverde in`;
  return `${all}, ${absent} ${absent === 1 ? 'leverde' : 'leverden'} niets in`;
}
