/** Messages in words: what is in one, in a line, and that none has failed. */
import { MOST_ATTEMPTS } from '../../contract/lab-defaults.ts';
import type { MessageView } from '../../engine/index.ts';
import { times } from '../../kit/numbers.ts';

export const NO_DEAD_LETTERS = `Geen. Wat ${times(MOST_ATTEMPTS)} mislukt, komt hier: er gaat niets verloren.`;

const SHOWN_CHARACTERS = 140;

export function contentText({ content }: MessageView): string {
  const text = content.kind === 'queue' ? content.body : eventText(content.event);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function eventText({ source, subject, time }: { source: string; subject?: string; time: string }): string {
  if (source === '/timer') return `Timer van ${new Date(time).toLocaleTimeString('nl')}`;
  return `Bestand ${subject ?? ''}`;
}
