/** A new receipt, and the old one back: what only the dialog of the receipt asks for. */
import { broughtBack, startedOver } from './merge-visits.ts';
import { become, visitNow } from './visit.ts';

/** A new visit from now on. @returns what brings the old one back, with what ran since. */
export function startOver(): () => void {
  const before = visitNow();
  become(startedOver(before, Date.now()));
  return () => become(broughtBack(before, visitNow(), Date.now()));
}
