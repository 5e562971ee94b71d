/** What the bar above the course says: what the learning environment knows, and truly where the work is kept. */
import type { StartFacts } from './package/course-facts.ts';
import type { Told } from './session/session.ts';

export interface BarState {
  /** Absent while nothing was told yet. */
  readonly told?: Told;
  /** There is no learning environment, or it did not begin. */
  readonly without?: 'NONE' | 'REFUSED';
  /** Whether this device keeps what a page leaves there. */
  readonly isOnDevice: boolean;
  /** Whether there is code that is no longer the course's. */
  readonly hasCode: boolean;
  /** Versions that lost against a newer one of another device. */
  readonly older: number;
}

export interface Bar {
  readonly text: string;
  readonly isProblem: boolean;
  /** Something would be lost without a file. */
  readonly wantsFile: boolean;
}

export function barOf(facts: StartFacts, titleOf: (exercise: string) => string, state: BarState): Bar {
  const { told, without, isOnDevice, hasCode, older } = state;
  if (without) {
    const why = {
      NONE: 'Geen leeromgeving gevonden.',
      REFUSED: 'Je leeromgeving laat dit pakket niet beginnen. Sluit het venster en open het nog eens.',
    }[without];
    const where = isOnDevice
      ? 'Je kunt alles doen, maar je voortgang en je code blijven alleen op dit toestel.'
      : 'Je kunt alles doen, maar dit toestel bewaart niets: als je dit venster sluit, is je werk weg.';
    return { text: `${why} ${where}`, isProblem: true, wantsFile: !isOnDevice };
  }
  if (!told) return { text: '', isProblem: false, wantsFile: false };
  if (!told.isKept) {
    const where = isOnDevice
      ? 'Sluit dit venster nog niet: je code en je voortgang staan alleen op dit toestel.'
      : 'Sluit dit venster nog niet: je code en je voortgang staan nergens anders. Bewaar ze als bestand.';
    return {
      text: `Je leeromgeving kon je werk niet bewaren. ${where} Controleer je verbinding; we proberen het elke tien seconden opnieuw.`,
      isProblem: true,
      wantsFile: true,
    };
  }
  const knows = `Je leeromgeving heeft gekregen: ${reported(facts, told)}.`;
  if (told.left.length > 0) {
    const names = `${told.left.slice(0, 3).map(titleOf).join(', ')}${told.left.length > 3 ? ' …' : ''}`;
    const where = isOnDevice
      ? 'Die code staat alleen op dit toestel.'
      : 'Die code is weg als je dit venster sluit: bewaar die als bestand.';
    return {
      text: `${knows} Er is daar geen plaats meer voor de code van ${names}. ${where}`,
      isProblem: true,
      wantsFile: true,
    };
  }
  const code = hasCode ? ' Je code staat er ook: je kunt op een ander toestel verder.' : '';
  const rest = isOnDevice
    ? ''
    : ' Dit toestel bewaart niets: je voorspellingen en afgevinkte stappen gelden alleen voor dit bezoek.';
  const put =
    older > 0
      ? ` Van ${older === 1 ? 'één functie' : `${older} functies`} was er op een ander toestel een andere, oudere versie.`
      : '';
  return { text: knows + code + rest + put, isProblem: older > 0, wantsFile: false };
}

function reported({ lessons, exercises, passMark }: StartFacts, { report }: Told): string {
  const { read, passed, checks, isPassed } = report;
  const [only] = lessons;
  const parts: string[] = [];
  if (lessons.length === 1 && only) {
    parts.push(`“${only.title}” ${read === 1 ? 'gelezen' : 'nog niet helemaal gelezen'}`);
  } else if (lessons.length > 1) parts.push(`${read} van ${lessons.length} lessen gelezen`);
  if (exercises.length > 0) parts.push(`${passed} van ${checks} controles goed`);
  if (passMark !== null) parts.push(isPassed ? 'geslaagd' : `geslaagd vanaf ${passMark}%`);
  return parts.join(', ');
}
