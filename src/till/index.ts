/**
 * The till: money on a screen. What a visit used is kept here, and shown as amounts, receipts and comparisons under
 * the tariff that the reader picked; billing does the sums.
 *
 * Imports billing, kit, course and contract. Whatever shows money imports it.
 *
 * - `prices/`: which tariffs and servers there are, which one is picked, and how an amount reads. Begin at `prices/prices.ts`.
 * - `visit/`: what this visit used, over page changes. Begin at `visit/visit.ts`.
 * - `receipt/`: what is printed, and why an amount is what it is. Begin at `receipt/receipts.ts`.
 * - `own-logs/`: a reader's own logs, billed. Begin at `own-logs/OwnLogs.tsx`.
 * - `alarm/`: an alarm on the bill, which rings as late as a cloud's. Begin at `alarm/alarm-watch.ts`.
 * - `meter/`: the bar on every page and its dialogs. Begin at `meter/CostCounter.tsx`.
 *
 * This file exports what every page carries anyway. The rest of the door is entered by name, because a page fetches it only
 * when it is needed, or because plain `node` reads no `.tsx`, such as `prices/{all-prices,euros,TariffPicker}`,
 * `visit/{lazy-pricing,pricing}`, `receipt/{receipts,reasons,words,tariff-in-words,csv,ReceiptPaper,CompareTariffs}`,
 * `own-logs/{words,own-bills}`, `alarm/{alarm-watch,AlarmForm,AlarmNews}`, `meter/{CostCounter,ServerAmount}` and `islands`.
 */
export { isOld } from './prices/price-age.ts';
export { dollar, euro, rate, server } from './prices/prices.ts';
export { serverUsd, tillEuro } from './prices/server-price.ts';
export { chosen, LAB_TARIFF_NAME, type TariffChoice } from './prices/tariff-choice.ts';
export { tariffName } from './prices/tariff-name.ts';
export { addToVisit } from './visit/visit.ts';
