/** What the functions of this visit cost: it moves only when something ran. */
import { functionsEuro, functionsUsd } from './pricing.ts';
import { useOnClient } from './use-on-client.ts';
import { purchases } from './visit.ts';

export function FunctionsAmount({ className }: { readonly className?: string }) {
  // What this tab spent before is not known where the page is built.
  const usd = useOnClient() ? functionsUsd(purchases.value) : '0';
  return (
    <data class={className} value={usd}>
      {functionsEuro(usd)}
    </data>
  );
}
