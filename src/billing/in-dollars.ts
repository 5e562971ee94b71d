/**
 * Bills are reckoned in dollars. What a provider quotes in euro is multiplied by the dated rate, which ends;
 * the euro that a reader sees is that amount divided by it again: the provider's own price, to the last digit.
 */
import { parseDecimal, tenTo } from './decimal.ts';
import { decimalOf } from './exact.ts';
import type { AlwaysOnFile, PriceFileContent, TariffFile } from './parse-tariff.ts';
import type { AlwaysOn, Decimal, PriceFile, Tariff } from './tariff.ts';

/** @param usdPerEur dollars for one euro */
export function inDollars(file: PriceFileContent, usdPerEur: Decimal): PriceFile {
  if (file.kind === 'faas') return tariffInDollars(file, usdPerEur);
  if (file.kind === 'always-on') return alwaysOnInDollars(file, usdPerEur);
  return file;
}

export function tariffInDollars({ credits, ...file }: TariffFile, usdPerEur: Decimal): Tariff {
  return {
    ...file,
    ...(credits && { credits }),
    components: file.components.map((component) => {
      if ('credits' in component) return component;
      return {
        ...component,
        tiers: component.tiers.map(({ priceUsd, priceEur, ...tier }) => ({
          ...tier,
          priceUsd: priceUsd ?? dollars(priceEur, usdPerEur),
        })),
      };
    }),
  };
}

export function alwaysOnInDollars(file: AlwaysOnFile, usdPerEur: Decimal): AlwaysOn {
  return {
    ...file,
    components: file.components.map(({ priceUsd, priceEur, ...component }) => ({
      ...component,
      priceUsd: priceUsd ?? dollars(priceEur, usdPerEur),
    })),
  };
}

function dollars(priceEur: Decimal | undefined, usdPerEur: Decimal): Decimal {
  const price = parseDecimal(priceEur ?? '', 'priceEur');
  const rate = parseDecimal(usdPerEur, 'usdPerEur');
  return decimalOf({ numerator: price.digits * rate.digits, denominator: tenTo(price.scale + rate.scale) });
}
