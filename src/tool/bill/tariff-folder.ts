/** Every tariff of a folder of price files, as a command in a terminal reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { inDollars } from '../../billing/in-dollars.ts';
import type { ExchangeRate, Tariff } from '../../billing/index.ts';
import { parsePriceFile } from '../../billing/parse-tariff.ts';

export interface Prices {
  readonly tariffs: readonly Tariff[];
  readonly rate: ExchangeRate;
}

/**
 * All tariffs of the course, in dollars.
 *
 * @param folder of the files; it ends in a slash
 * @throws Error naming the file and field that is wrong
 */
export function loadPrices(folder: URL = new URL('../../../content/tariffs/', import.meta.url)): Prices {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parsePriceFile(`content/tariffs/${name}`, readFileSync(new URL(name, folder), 'utf8')));
  const rate = files.find((file) => file.kind === 'currency');
  if (rate === undefined) throw new Error('content/tariffs: no exchange rate');
  const tariffs = files
    .map((file) => inDollars(file, rate.usdPerEur))
    .filter((file) => file.kind === 'faas')
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return { tariffs, rate };
}
