/** A receipt, or a comparison, as a table for a spreadsheet: exact amounts, a row a line. */
import Papa from 'papaparse';
import type { Receipt, Tariff } from '../../billing/index.ts';

/** A cell that begins like a formula must not become one. */
const options = { escapeFormulae: true } as const;

export function receiptCsv(tariff: Tariff, receipt: Receipt): string {
  const rows = receipt.lines.map((line) => ({
    tariff: tariff.id,
    what: line.what,
    quantity: line.quantity,
    freeQuantity: line.freeQuantity,
    unit: line.unit,
    unitPriceUsd: line.unitPriceUsd,
    discountUsd: line.discountUsd,
    amountUsd: line.amountUsd,
    rule: line.rule,
    source: line.source,
  }));
  const total = { tariff: tariff.id, what: 'total', amountUsd: receipt.totalUsd };
  const fields = [
    'tariff',
    'what',
    'quantity',
    'freeQuantity',
    'unit',
    'unitPriceUsd',
    'discountUsd',
    'amountUsd',
    'rule',
    'source',
  ];
  return `${Papa.unparse({ fields, data: [...rows, total] }, options)}\r\n`;
}

export function comparisonCsv(
  bills: readonly { readonly tariff: Tariff; readonly receipt: Receipt }[],
): string {
  const data = bills.map(({ tariff, receipt }) => ({
    tariff: tariff.id,
    provider: tariff.provider,
    product: tariff.product,
    region: tariff.region,
    totalUsd: receipt.totalUsd,
    assumptions: receipt.assumptions.join(' '),
  }));
  const fields = ['tariff', 'provider', 'product', 'region', 'totalUsd', 'assumptions'];
  return `${Papa.unparse({ fields, data }, options)}\r\n`;
}
