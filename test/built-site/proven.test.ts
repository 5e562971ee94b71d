/** The page that says what is proven says it of this build. */
import { expect, test } from 'vitest';
import { standingIn } from '../../src/build/recording/proof-integration.ts';
import { whatWasTried } from '../../src/build/recording/what-was-tried.ts';
import { BY_NATURE, CHECKS_BY_HAND, commandOf, FAMILIES, NOT_PROVEN } from '../../src/proof/index.ts';
import { provenTargets } from '../../src/take-home/clouds/proof.ts';
import { pages, read } from './built-site.ts';
import { squeezed } from './promises.ts';

test('each claim stands there with how to try it, and so does what is not proven', () => {
  const page = pages.find(({ file }) => file === 'bewezen/index.html');
  const code = page?.elements.filter(({ name }) => name === 'code').map(({ text }) => text);
  const text = squeezed(page?.texts.join(' ') ?? '');
  const standing = standingIn('.');
  for (const { claim, state, now, older, notYetIn } of standing) {
    const first = { 'not-yet': 'Nog niet opgeschreven.', older: 'Ouder dan de code:', proven: 'Bewezen op' };
    expect(text).toContain(`${squeezed(claim.says)} ${first[state]}`);
    expect(code).toContain(commandOf(claim));
    for (const { browser, commit } of [...now, ...older]) {
      if (browser !== null) expect(text).toContain(browser);
      expect(code).toContain(commit.slice(0, 10));
    }
    if (state !== 'not-yet' && notYetIn.length > 0)
      expect(text).toContain(`Nog niet in ${new Intl.ListFormat('nl').format(notYetIn)}.`);
  }
  for (const sentence of NOT_PROVEN) expect(text).toContain(squeezed(sentence));
});

const pageOf = (path: string) => pages.find(({ file }) => file === `${path}index.html`);
const textOf = (path: string) => squeezed(pageOf(path)?.texts.join(' ') ?? '');

test('what differs by nature stands there, and on the pages where it counts', () => {
  const text = textOf('bewezen/');
  const codes = pageOf('bewezen/')
    ?.elements.filter(({ name }) => name === 'code')
    .map((code) => code.text);
  for (const { id, families, says, why, test: held, pages: told } of BY_NATURE) {
    for (const [at, piece] of `${says} ${why}`.split('`').entries()) {
      if (at % 2 === 1) expect(codes, id).toContain(piece);
      else expect(text, id).toContain(squeezed(piece));
    }
    for (const family of families) expect(text, id).toContain(FAMILIES[family]);
    if (held !== null) expect(codes, id).toContain(`test/${held[0]}`);
    for (const path of told) expect(textOf(path), path).toContain(squeezed(`${says} ${why}`));
  }
});

test('with what the course was held against is counted from the tests, each with how to try it', async () => {
  const text = textOf('bewezen/');
  const html = read('bewezen/index.html');
  const codes = pageOf('bewezen/')?.elements.flatMap((one) => (one.name === 'code' ? one.text : []));
  const { attacks, bills, runs, runTime } = await whatWasTried('.');
  const all = attacks.flatMap((one) => one.attacks);
  expect(text).toContain(`${all.length} soorten aanvallen, in ${attacks.length} families`);
  expect(text).toContain(`${bills.length} rekeningen die iemand anders uitrekende`);
  expect(text).toContain(`${runs.flatMap((one) => one.runs).length} uitkomsten voor de simulatie`);
  expect(text).toContain(`${runTime.name} ${runTime.version}`);
  for (const { engine } of provenTargets)
    expect(text).toContain(squeezed(`${engine.name} ${engine.version}`));
  for (const { name, url } of bills) {
    expect(codes).toContain(name);
    if (url !== null) expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
  }
  for (const { files } of all) for (const file of files) expect(html).toContain(`test/${file}`);
});

test('what was looked at by hand stands on the page about accessibility', () => {
  const text = textOf('toegankelijkheid/');
  for (const { did, saw } of CHECKS_BY_HAND) expect(text).toContain(squeezed(`${did} ${saw}`));
});
