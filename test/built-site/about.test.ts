/** What the page about the course says of it, laid beside the course. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alwaysOns, tariffs } from '../../src/till/prices/all-prices.ts';
import { isOld } from '../../src/till/prices/price-age.ts';
import { read } from './built-site.ts';

const words = read('over/index.html')
  .replaceAll(/<[^>]*>/g, '')
  .replaceAll(/\s+/g, ' ');
const lessonTexts = readdirSync('content/lessons').map((file) =>
  readFileSync(`content/lessons/${file}`, 'utf8'),
);

test('it counts lessons, exercises and prices as they are', () => {
  const exercises = readdirSync('content/functions', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('opdracht.mdx'),
  );
  expect(words).toContain(`De cursus heeft ${lessonTexts.length} lessen, ${exercises.length} oefeningen`);
  const prices = [...tariffs, ...alwaysOns];
  const old = prices.filter(({ readDate }) => isOld(readDate, new Date())).length;
  expect(words).toContain(`Er zijn nu ${prices.length} tarieven`);
  expect(words).toMatch(
    new RegExp(
      `Van ${old === 0 ? 'geen enkel' : old} ${old > 1 ? 'tarieven' : 'tarief'} is dat meer dan een jaar geleden`,
    ),
  );
});

test('one amount in the lessons is typed, as a quotation, and no other', () => {
  // An amount is a figure with a coin before or after it; what code and figures of the build say is not typed.
  const typed = lessonTexts.flatMap((text) => {
    const prose = text
      .replaceAll(/^```[\s\S]*?^```/gm, '')
      .replaceAll(/<SelfCheck>[\s\S]*<\/SelfCheck>/g, '')
      .replaceAll(/`[^`]*`|\{[^}]*\}|<[A-Z][^>]*>/g, '');
    return prose.match(/[€$] ?\d[\d.,]*|\d[\d.,]* (euro|dollar|cent)\b/g) ?? [];
  });
  expect(typed).toEqual(['39,04 dollar', '39,045895 dollar']);
});
