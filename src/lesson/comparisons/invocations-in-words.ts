/** How often a function of this page was called. */
import { count } from '../../kit/numbers.ts';

export function invocationsInWords(total: number): string {
  if (total === 0) return 'Nog niet aangeroepen, dus nog niets te betalen.';
  return `${count(total, 'aanroep', 'aanroepen')} tot nu toe. Daartussen kost de functie niets.`;
}
