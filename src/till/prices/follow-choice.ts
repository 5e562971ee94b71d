/** Follows the choice of a tariff that was made on an earlier page or in another tab. */
import { isChoiceKnown, isChosen } from './tariff-choice.ts';

/** Fetched at the first choice, here or in another tab: most readers never make one. */
function followChoice(): void {
  if (!isChosen()) return;
  import('./kept-choice.ts').catch(() => {
    // Not to be fetched now: the lab's own tariff it is, and the receipt names it.
    isChoiceKnown.value = true;
  });
}

if (typeof document !== 'undefined') {
  followChoice();
  addEventListener('storage', followChoice);
  // A page in the back/forward cache hears of nothing.
  addEventListener('pageshow', followChoice);
}
