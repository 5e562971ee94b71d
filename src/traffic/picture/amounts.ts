/** Amounts that are drawn, or grow: from floating dollars, to be looked at. What is read as a bill is printed from its exact value. */
import { inEuroRoughly } from '../../till/prices/euros.ts';

/** "€ 12,34", and "€ 0,0021" where cents would say nothing. */
export function roughEuro(usd: number): string {
  const euro = inEuroRoughly(usd);
  const small = euro > 0 && euro < 1;
  const decimals = small ? Math.min(9, 1 - Math.floor(Math.log10(euro))) : 2;
  const digits = Math.max(2, decimals);
  return `€\u00a0${euro.toLocaleString('nl', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
