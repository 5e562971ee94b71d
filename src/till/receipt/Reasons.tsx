/** How an amount came about: quantity × price for each part, the rule behind it, and where the price was read. */
import type { Reason } from './receipts.ts';
import { rateSentence } from './receipts.ts';

interface Props {
  readonly reasons: readonly Reason[];
  readonly remarks: readonly string[];
}

export function Reasons({ reasons, remarks }: Props) {
  return (
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
      {remarks.length > 0 && (
        <li>
          <strong>Let op</strong>
          {remarks.join(' ')}
        </li>
      )}
      <li>
        <strong>Euro</strong>
        {rateSentence}
      </li>
    </ul>
  );
}
