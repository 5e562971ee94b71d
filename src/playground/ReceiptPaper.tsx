/** A till receipt on paper. Its lines add up to its total as printed. */
import type { ComponentChildren } from 'preact';
import type { PrintedReceipt } from './pricing.ts';

interface Props {
  readonly title: string;
  readonly receipt: PrintedReceipt;
  /** What the total is called. */
  readonly total: string;
  readonly children?: ComponentChildren;
}

export function ReceiptPaper({ title, receipt, total, children }: Props) {
  return (
    <div class="receipt">
      <p class="receipt__head">
        {title} <span>{receipt.tariffName}</span>
      </p>
      <table>
        <tbody>
          {receipt.lines.map((line) => (
            <tr key={line.key} class={line.isPicked ? 'receipt__row receipt__picked' : 'receipt__row'}>
              <td>{line.what}</td>
              <td class="receipt__amount">
                <data value={line.usd}>{line.euro}</data>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="receipt__total">
            <th scope="row">{total}</th>
            <td class="receipt__amount">
              <data value={receipt.totalUsd}>{receipt.totalEuro}</data>
              <small>{receipt.totalDollar}</small>
            </td>
          </tr>
        </tfoot>
      </table>
      {children}
    </div>
  );
}
