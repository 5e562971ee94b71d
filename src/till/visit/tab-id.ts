/** Which tab this is, as it stands in the tab's own storage; small, since every page carries it. */

export const TAB_KEY = 'functielab:tabblad';

/** A page over plain HTTP has no `randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param isFree no page has it that is shown: the next one of the tab may take it */
export function printMarker(id: string, isFree: boolean): string {
  return JSON.stringify({ id, isFree });
}
