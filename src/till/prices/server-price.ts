/**
 * What the always-on server costs, and how the till prints amounts: all that a page needs before anything ran. It imports
 * these files and not billing's list of contents, which would bring along the rest.
 */
import { alwaysOnUsd, HOURS_PER_MONTH, hourlyUsd, monthlyUsd } from '../../billing/always-on.ts';
import { printAmount } from '../../billing/show.ts';
import { dollar, euro, server } from './prices.ts';

/** Amounts in the till have nine decimals, so that they do not jump about; more when something would read as zero. */
export const TILL_DECIMALS = 9;

export function tillEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

const hourUsd = hourlyUsd(server);
const monthUsd = monthlyUsd(server);

/** @param elapsedMs how long the server has been on */
export function serverUsd(elapsedMs: number): string {
  return alwaysOnUsd(hourUsd, elapsedMs);
}

function both(usd: string, decimals: number): string {
  return `${printAmount(usd, euro, { decimals })} (${printAmount(usd, dollar, { decimals })})`;
}

export const serverPerMonthEuro = printAmount(monthUsd, euro, { decimals: 2 });
export const serverPerHour = both(hourUsd, 4);
export const serverPerMonth = `${both(monthUsd, 2)} per maand (${HOURS_PER_MONTH} uur)`;
export const machinePerHour = both(hourlyUsd(server, ['instance']), 4);
export const ipv4PerHour = both(hourlyUsd(server, ['public-ipv4']), 4);
export const diskPerMonth = both(monthlyUsd(server, ['disk']), 2);
