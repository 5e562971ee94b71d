/**
 * Tells the host when this instance has nothing to do but wait, where waiting for services is counted instead of waited for.
 *
 * An instance that has been given something, or has just asked something, is not at rest until its event loop has turned a few
 * times with nothing new: what follows from an answer is mostly microtasks, which are all done before the next turn.
 */
import { onPortMessage, postWhole } from '../primitives.ts';
import type { FromInstance } from '../protocol.ts';

/** For what takes a task of the browser's own: a body that is read, a hash. */
const TURNS = 3;

export interface Rest {
  /** An invocation or an answer has come. */
  heard(): void;
  /** The function has asked something. */
  stirred(): void;
}

/** @param isReading whether something is still to be asked, once its bytes have been read */
export function createRest(post: (message: FromInstance) => void, isReading: () => boolean): Rest {
  const { port1, port2 } = new MessageChannel();
  let heard = 0;
  let turnsLeft = 0;
  let isTurning = false;

  function turn(): void {
    isTurning = true;
    postWhole(port2, null, []);
  }

  function stirred(): void {
    turnsLeft = TURNS;
    if (!isTurning) turn();
  }

  onPortMessage(port1, () => {
    isTurning = false;
    turnsLeft -= 1;
    if (turnsLeft > 0) turn();
    else if (!isReading()) post({ type: 'waiting', heard });
  });

  return {
    heard() {
      heard += 1;
      stirred();
    },
    stirred,
  };
}
