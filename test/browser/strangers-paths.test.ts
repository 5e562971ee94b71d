/**
 * A stranger's code in every family of browsers, on the real page under its real headers: it finds nothing of the reader's,
 * none of the ways out of the sandbox leads out, and it leaves nothing behind.
 */
import { expect, inject, onTestFinished } from 'vitest';
import { linkTo } from '../../src/sharing/index.ts';
import { ESCAPES } from '../attacks/escapes.ts';
import { path } from './families/index.ts';
import { Reader } from './families/reader.ts';
import { listener } from './listener.ts';
import { EXPIRED_OR_NOTHING } from './reader.ts';

const STATE = 'lessen/toestand-bewaar-je-ergens-anders/';

const isImport = ([, body]: readonly [string, string]) => /\bimport\b/.test(body);
/** WebKit compiles bytes whatever a policy says, and they reach no more than the code that brought them. */
const escapes = Object.entries(ESCAPES).filter(([name]) => name !== 'code from bytes');

/** Empties the stores, writes something of its own, and tries these ways out, each of which answers `true` when it led out. */
const thief = (address: string, ways: readonly (readonly [name: string, body: string])[]) => `
const tries = {
${ways.map(([name, body]) => `  ${JSON.stringify(name)}: async (address) => { ${body} },`).join('\n')}
};
export default async (request, context) => {
  const found = await context.kv.list();
  for (const { key } of found) await context.kv.delete(key);
  await context.kv.put('x', 1);
  const out = await Promise.all(Object.entries(tries).map(async ([name, attempt]) => {
    const tried = attempt(${JSON.stringify(address)} + encodeURIComponent(name)).then((got) => got === true, () => false);
    return (await Promise.race([tried, new Promise((go) => setTimeout(go, 1500, false))])) ? name : '';
  }));
  return new Response('gevonden: ' + JSON.stringify(found) + ', buiten: ' + JSON.stringify(out.filter(Boolean)));
};
`;

path(
  'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
  async ({ newTab }) => {
    const { address, asked } = await listener(onTestFinished);
    // What fails in the stranger's worker is an uncaught error to some drivers.
    const reader = new Reader(await newTab(), inject('siteUrl'));
    await reader.open(STATE);
    const playground = reader.within('region', 'Speeltuin: Likes in de opslag');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Kassabon', '1 aanroep');
    await playground.press('button', 'Voer uit');
    const bill = await playground.sees('group', 'Kassabon', '1 andere aanroep');
    const likes = await playground.sees('group', 'Opslag', /likes.*2/);
    const log = await playground.sees('log', 'Logboek');

    const follow = async (code: string) => {
      const link = linkTo('https://cursus.test/', { name: 'likes-in-kv', files: { 'like.js': code } }) ?? '';
      await reader.evaluate(`void (location.hash = ${JSON.stringify(new URL(link).hash)})`);
      await playground.sees('group', 'Kassabon', 'Nog niets gedraaid');
      // Its ways out may take half of the seconds that it has by itself, and a busy machine the other half.
      await playground.uncover('combobox', 'Timeout', 'Headers, body en instellingen');
      await playground.choose('combobox', 'Timeout', '30 s');
      await playground.press('button', 'Voer uit');
    };
    // A browser that would let an import out does not get to run one.
    await follow(thief(address, escapes.filter(isImport)));
    await playground.sees('group', 'Antwoord', /gevonden: \[\], buiten: \[\]|haalt code van het web/);
    const others = escapes.filter((way) => !isImport(way));
    await follow(thief(address, others));
    await playground.sees('group', 'Antwoord', /gevonden: \[\], buiten: \[\]/);
    await playground.sees('group', 'Opslag', /Deze opslag is van de code van iemand anders.*\bx\b/);

    await playground.press('button', 'Ga terug naar mijn versie');
    await playground.sees('group', 'Opslag', likes);
    expect(await playground.sees('group', 'Kassabon')).toBe(bill);
    const after = await playground.sees('log', 'Logboek');
    expect(after.slice(0, log.length)).toBe(log);
    expect(after.slice(log.length)).toMatch(EXPIRED_OR_NOTHING);
    await reader.reload();
    await playground.press('button', 'Voer uit');
    expect(await playground.sees('group', 'Opslag', /likes.*3/)).not.toMatch(/\bx\b/);
    expect(asked).toEqual([]);
  },
);
