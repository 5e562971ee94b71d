/** What the functions of this visit cost: it moves only when something ran. */
import { visitUsd } from './lazy-pricing.ts';
import { tillEuro } from './server-price.ts';
import { useOnClient } from './use-on-client.ts';

export function FunctionsAmount({ className }: { readonly className?: string }) {
  // What this tab spent before is not known where the page is built.
  const usd = useOnClient() ? visitUsd() : '0';
  return (
    <data class={className} value={usd}>
      {tillEuro(usd)}
    </data>
  );
}
