/** What the functions of this visit cost: it moves only when something ran. */
import { useOnClient } from '../../kit/use-on-client.ts';
import { visitUsd } from '../visit/lazy-pricing.ts';
import { Amount } from './Amount.tsx';

export function FunctionsAmount() {
  return <Amount usd={useOnClient() ? visitUsd.value : null} />;
}
