/** A moment of handing in, as it stands in the table. */

/** @param at in ISO 8601; without a zone it is read in that of the reader */
export function momentInWords(at: string): string {
  return new Date(at).toLocaleString('nl', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
