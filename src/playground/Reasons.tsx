/** How an amount came about: quantity × price for each line, the rule behind it, and where the price was read. */
import type { Reason } from './pricing.ts';
import { rateSentence } from './pricing.ts';

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <details>
      <summary>Hoe komt dit bedrag tot stand?</summary>
      <ul class="receipt__why">
        {reasons.map((reason) => (
          <li key={reason.key}>
            <strong>{reason.what}</strong>
            {reason.sum}
            <br />
            {reason.rule}
            <br />
            Bron: <a href={reason.source}>{new URL(reason.source).hostname}</a>, {reason.read}
          </li>
        ))}
        <li>
          <strong>Euro</strong>
          {rateSentence}
        </li>
      </ul>
    </details>
  );
}
