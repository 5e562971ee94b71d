/**
 * What the always-on server costs, and how the till prints amounts: all that a page needs before anything ran. It imports
 * these files and not billing's list of contents, which would bring along the rest.
 */
import { alwaysOnUsd, hourlyUsd, monthlyUsd } from '../../billing/always-on.ts';
import { printAmount } from '../../billing/show.ts';
import { euro, server } from './prices.ts';

/** Amounts in the till have nine decimals, so that they do not jump about; more when something would read as zero. */
export const TILL_DECIMALS = 9;

export function tillEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

export const hourUsd = hourlyUsd(server);
export const monthUsd = monthlyUsd(server);

/** @param elapsedMs how long the server has been on */
export function serverUsd(elapsedMs: number): string {
  return alwaysOnUsd(hourUsd, elapsedMs);
}

export const serverPerMonthEuro = printAmount(monthUsd, euro, { decimals: 2 });
