/** What the always-on server costs, in the words of its dialog. */
import { HOURS_PER_MONTH, hourlyUsd, monthlyUsd } from '../../billing/always-on.ts';
import { printAmount } from '../../billing/show.ts';
import { dollar, euro, server } from './prices.ts';
import { hourUsd, monthUsd } from './server-price.ts';

function both(usd: string, decimals: number): string {
  return `${printAmount(usd, euro, { decimals })} (${printAmount(usd, dollar, { decimals })})`;
}

export const serverPerHour = both(hourUsd, 4);
export const serverPerMonth = `${both(monthUsd, 2)} per maand (${HOURS_PER_MONTH} uur)`;
export const machinePerHour = both(hourlyUsd(server, ['instance']), 4);
export const ipv4PerHour = both(hourlyUsd(server, ['public-ipv4']), 4);
export const diskPerMonth = both(monthlyUsd(server, ['disk']), 2);
