/** What is in a message, in one line. */
import type { MessageView } from '../../engine/index.ts';

const SHOWN_CHARACTERS = 140;

export function contentText({ content }: MessageView): string {
  const text = content.kind === 'queue' ? content.body : eventText(content.event);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function eventText({ source, subject, time }: { source: string; subject?: string; time: string }): string {
  if (source === '/timer') return `Timer van ${new Date(time).toLocaleTimeString('nl')}`;
  return `Bestand ${subject ?? ''}`;
}
