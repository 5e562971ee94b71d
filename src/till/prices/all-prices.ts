/**
 * Every tariff and every always-on reference of `content/tariffs`, in dollars. A new provider is a file there.
 * Checked when the site is built (`content.config.ts`).
 */
import { inDollars } from '../../billing/in-dollars.ts';
import type { AlwaysOn, Beside, Tariff } from '../../billing/index.ts';
import type { PriceFileContent } from '../../billing/parse-tariff.ts';
import { tariff } from './lab-tariff.ts';
import { rate, server } from './prices.ts';

const files = import.meta.glob<PriceFileContent>('../../../content/tariffs/*.json', {
  eager: true,
  import: 'default',
});
const all = Object.values(files).map((file) => inDollars(file, rate.usdPerEur));

function byName<T extends { readonly provider: string; readonly product: string; readonly region: string }>(
  a: T,
  b: T,
): number {
  const name = ({ provider, product, region }: T) => `${provider} ${product} ${region}`;
  return name(a).localeCompare(name(b), 'nl');
}

/** All tariffs of functions, the lab's own object among them. */
export const tariffs: readonly Tariff[] = all
  .flatMap((file) => (file.kind !== 'faas' ? [] : [file.id === tariff.id ? tariff : file]))
  .sort(byName);

/** Those that differ: the same prices in another region are one. The past is among them, marked by its end. */
export const comparedTariffs: readonly Tariff[] = tariffs.filter(
  ({ samePricesAs }) => samePricesAs === undefined,
);

/** Servers and databases, the lab's own server among them. */
export const alwaysOns: readonly AlwaysOn[] = all
  .flatMap((file) => (file.kind !== 'always-on' ? [] : [file.id === server.id ? server : file]))
  .sort(byName);

/** What stands beside functions, for the tariffs that have it. */
export const besides: readonly Beside[] = all.filter((file) => file.kind === 'beside');

export function findTariff(id: string): Tariff | undefined {
  return tariffs.find((candidate) => candidate.id === id);
}
