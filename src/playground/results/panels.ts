/** Which panels a playground has below its results: what its functions can fill. */

import type { Sample } from '../../course/sample.ts';
import { NO_DEAD_LETTERS } from '../events/message-words.ts';

export interface Panel {
  readonly name: 'Opslag' | 'Wachtrij' | 'Mislukte berichten' | 'Tijdlijn' | 'Spoor';
  readonly isWide: boolean;
  /** Before there is anything to show. */
  readonly empty: string;
}

const STORE: Panel = {
  name: 'Opslag',
  isWide: false,
  empty: 'Nog leeg. Wat je functies bewaren, staat hier, ook als hun instanties weg zijn.',
};
const QUEUE: Panel = { name: 'Wachtrij', isWide: false, empty: 'Leeg: er wacht niets.' };
const DEAD: Panel = {
  name: 'Mislukte berichten',
  isWide: false,
  empty: NO_DEAD_LETTERS,
};
const TIMELINE: Panel = {
  name: 'Tijdlijn',
  isWide: true,
  empty: 'Nog leeg. Elke aanroep komt hier als een blokje, op de baan van zijn instantie.',
};
const TRACE: Panel = {
  name: 'Spoor',
  isWide: true,
  empty:
    'Kies een aanroep in de tijdlijn of het logboek: hier zie je waardoor die begon, en wat erop volgde.',
};

export function panelsOf({ functions, services, timeline }: Sample): readonly Panel[] {
  const hasStore = functions.some(
    ({ grants, trigger }) => grants.some((grant) => grant !== 'queue') || trigger.type === 'upload',
  );
  const hasMessages = functions.some(
    ({ grants, trigger }) => grants.includes('queue') || trigger.type !== 'http',
  );
  const callsFunctions = services.some(({ isOwn }) => isOwn);
  return [
    ...(hasStore ? [STORE] : []),
    ...(hasMessages ? [QUEUE, DEAD] : []),
    ...(timeline ? [TIMELINE, ...(hasMessages || callsFunctions ? [TRACE] : [])] : []),
  ];
}
