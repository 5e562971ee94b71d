/** Which tab this is, as it stands in the tab's own storage; small, since every page carries it. */

export const TAB_KEY = 'functielab:tab';

/** Differs at each call, in any tab. Of chance alone: a page over plain HTTP has no `randomUUID`, and nobody gains by a guess. */
export const newId = () => `${Math.random()}`;

/** @param isFree no page has it that is shown: the next one of the tab may take it */
export const printMarker = (id: string, isFree: boolean) => JSON.stringify({ id, isFree });
