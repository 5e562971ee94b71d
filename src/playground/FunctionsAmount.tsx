/** What the functions of this visit cost: it moves only when something ran. */

import { useOnClient } from '../kit/use-on-client.ts';
import { visitUsd } from './lazy-pricing.ts';
import { tillEuro } from './server-price.ts';

export function FunctionsAmount({ className }: { readonly className?: string }) {
  // What this tab spent before is not known where the page is built.
  const usd = useOnClient() ? visitUsd() : '0';
  return (
    <data class={className} value={usd}>
      {tillEuro(usd)}
    </data>
  );
}
