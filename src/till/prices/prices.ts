/**
 * The prices that every page counts with: one server, one exchange rate. The lab's tariff is `lab-tariff.ts`. The files are checked
 * against their schema when the site is built (`content.config.ts`), so here they are what they say. All the
 * others are in `all-prices.ts`, which a page fetches when it compares. Beside it: which tariff the reader picked
 * (`tariff-choice.ts`), what the server costs (`server-price.ts`), and how amounts, names and dates of prices read.
 */

import serverFile from '../../../content/tariffs/aws-ec2-t3-micro.json' with { type: 'json' };
import rateFile from '../../../content/tariffs/currency.json' with { type: 'json' };
import type { AlwaysOn, ExchangeRate, View } from '../../billing/index.ts';

/** In the region of the tariff, and counted with its public IPv4 address; the page says so. */
export const server = serverFile as AlwaysOn;
export const rate = rateFile as ExchangeRate;

export const euro: View = { currency: 'EUR', usdPerEur: rate.usdPerEur };
export const dollar: View = { currency: 'USD' };
