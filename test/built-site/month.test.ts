/** The page of the month, as it is served: its sums stand there before any script, and none of the month's runs until a reader moves. */
import { expect, test } from 'vitest';
import { decimalOf } from '../../src/billing/index.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { createMonth, days } from '../../src/lesson/month/month-model.ts';
import { alwaysOns, besides, comparedTariffs } from '../../src/till/prices/all-prices.ts';
import { base, pages, read, root } from './built-site.ts';

const FILE = 'maand/index.html';
const html = read(FILE);

test('an ordinary month stands in the page: each tariff with its amount, and a line in the picture', () => {
  const model = createMonth(comparedTariffs, alwaysOns, {}, besides);
  for (const { tariff, month } of model.curves.value) {
    const amount = decimalOf(month.costAt(model.perMonthNow.value));
    expect(html, tariff.id).toContain(`<data value="${amount}">`);
  }
  const lines = [...html.matchAll(/<path class="chart__line--([\w-]+)" d="M([^"]+)"/g)];
  const curved = lines.filter(([, , points = '']) => points.split('L').length === days.length);
  expect(lines).toHaveLength(comparedTariffs.length + alwaysOns.length);
  expect(curved.length).toBeGreaterThan(comparedTariffs.length / 2);
  expect(lines.filter(([, kind]) => kind === 'strong')).toHaveLength(1);
});

test('nothing of it is fetched or runs before the first move', async () => {
  const page = pages.find(({ file }) => file === FILE);
  if (page === undefined) throw new Error('there is a page of the month');
  const islands = page.elements.filter(({ name }) => name === 'astro-island');
  expect(islands.map(({ attributes }) => attributes.get('client')).sort()).toEqual(['load', 'touch']);
  const { scripts } = await pageAssets(page, root, base);
  expect([...scripts].filter((path) => /month|billing|all-prices|draw/i.test(path))).toEqual([]);
});
