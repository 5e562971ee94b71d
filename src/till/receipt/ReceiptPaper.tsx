/**
 * A till receipt on paper. Its lines add up to its total as printed, and each amount leads to how it came about:
 * a button where the page is alive, a link in a page that is only text.
 */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useOnClient } from '../../kit/use-on-client.ts';
import { Remarks } from './Remarks.tsx';
import { type Reason, rateSentence } from './reasons.ts';
import type { PrintedReceipt } from './receipts.ts';

interface Props {
  readonly title: string;
  readonly receipt: PrintedReceipt;
  /** What the total is called. */
  readonly total: string;
  /** Where the explanation is, on a page that is only text; elsewhere it has a name of its own. */
  readonly explanationId?: string;
  readonly children?: ComponentChildren;
}

export function ReceiptPaper({ title, receipt, total, explanationId, children }: Props) {
  const isOnClient = useOnClient();
  const own = useId();
  const id = explanationId ?? own;
  const details = useRef<HTMLDetailsElement>(null);
  /** Key of the line that is explained; null for the total. */
  const [asked, setAsked] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const line = receipt.lines.find(({ key }) => key === asked);

  function explain(key: string | null): void {
    setAsked(key);
    const element = details.current;
    if (element === null) return;
    setOpen(true);
    element.open = true;
    element.querySelector('summary')?.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  const amount = (key: string | null, what: string, usd: string, euro: string) => {
    const data = <data value={usd}>{euro}</data>;
    // On paper the sign stands on the first line, and is not heard on the next.
    const label = `${what}: ${euro.startsWith('€') ? euro : `€ ${euro}`}, hoe komt dat?`;
    return isOnClient ? (
      <button type="button" class="receipt__ask" aria-label={label} onClick={() => explain(key)}>
        {data}
      </button>
    ) : (
      <a class="receipt__ask" href={`#${id}`} aria-label={label}>
        {data}
      </a>
    );
  };

  return (
    <div class="receipt">
      <p class="receipt__head">
        {title} <span>{receipt.tariffName}</span>
      </p>
      <table>
        <tbody>
          {receipt.lines.map(({ key, what, usd, euro, isPicked }, at) => (
            <tr
              key={key}
              class={isPicked ? 'receipt__row receipt__picked' : 'receipt__row'}
              style={{ '--line': at }}
            >
              <th scope="row">{what}</th>
              <td class="receipt__amount">{amount(key, what, usd, euro)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="receipt__total">
            <th scope="row">{total}</th>
            <td class="receipt__amount">
              {amount(null, total, receipt.totalUsd, receipt.totalEuro)}
              <small>{receipt.totalDollar}</small>
            </td>
          </tr>
        </tfoot>
      </table>
      <div class="receipt__foot">
        {children}
        <Remarks remarks={receipt.remarks} />
        <details
          ref={details}
          id={id}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
            if (!event.currentTarget.open) setAsked(null);
          }}
        >
          <summary>Hoe komt dit bedrag tot stand?</summary>
          {line && (
            <p class="receipt__asked">
              Van de regel <strong>{line.what}</strong>.{' '}
              <button type="button" class="receipt__all" onClick={() => setAsked(null)}>
                Toon alles
              </button>
            </p>
          )}
          {(isOpen || !isOnClient) && <Reasons reasons={(line ?? receipt).reasons()} />}
        </details>
      </div>
    </div>
  );
}

/** How an amount came about: quantity × price for each part, the rule behind it, and where the price was read. */
function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul class="receipt__why">
      {reasons.map((reason, at) => (
        <li key={reason.key}>
          <strong>{reason.what}</strong>
          {reason.sum}
          <br />
          {reason.rule}
          {/* One source of several lines in a row is named once, under the last of them. */}
          {(reasons[at + 1]?.source !== reason.source || reasons[at + 1]?.read !== reason.read) && (
            <>
              <br />
              Bron: <a href={reason.source}>{new URL(reason.source).hostname}</a>, {reason.read}
            </>
          )}
        </li>
      ))}
      <li>
        <strong>Euro</strong>
        {rateSentence}
      </li>
    </ul>
  );
}
