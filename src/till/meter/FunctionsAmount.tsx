/** What the functions of this visit cost: it moves only when something ran. */

import { useOnClient } from '../../kit/use-on-client.ts';
import { tillEuro } from '../prices/server-price.ts';
import { visitUsd } from '../visit/lazy-pricing.ts';

export function FunctionsAmount({ className }: { readonly className?: string }) {
  // What this tab spent before is not known where the page is built.
  const usd = useOnClient() ? visitUsd() : '0';
  return (
    <data class={className} value={usd}>
      {tillEuro(usd)}
    </data>
  );
}
