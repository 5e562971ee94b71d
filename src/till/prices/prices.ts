/**
 * The prices that the lab counts with: one tariff, one server, one exchange rate. The files are checked
 * against their schema when the site is built (`content.config.ts`), so here they are what they say. All the
 * others are in `all-prices.ts`, which a page fetches when it compares. Beside it: which tariff the reader picked
 * (`tariff-choice.ts`), what the server costs (`server-price.ts`), and how amounts, names and dates of prices read.
 */

import serverFile from '../../../content/tariffs/aws-ec2-t3-micro.json' with { type: 'json' };
import tariffFile from '../../../content/tariffs/aws-lambda-x86-us-east-1.json' with { type: 'json' };
import rateFile from '../../../content/tariffs/currency.json' with { type: 'json' };
import type { AlwaysOn, ExchangeRate, Tariff, View } from '../../billing/index.ts';

export const tariff = tariffFile as Tariff;
/** In the region of the tariff, and counted with its public IPv4 address; the page says so. */
export const server = serverFile as AlwaysOn;
export const rate = rateFile as ExchangeRate;

export const euro: View = { currency: 'EUR', usdPerEur: rate.usdPerEur };
export const dollar: View = { currency: 'USD' };
