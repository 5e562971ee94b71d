/** The page that says what is proven says it of this build. */
import { expect, test } from 'vitest';
import { standingIn } from '../../src/build/recording/proof-integration.ts';
import { BY_NATURE, commandOf, FAMILIES, NOT_PROVEN } from '../../src/proof/index.ts';
import { pages } from './built-site.ts';
import { squeezed } from './promises.ts';

test('each claim stands there with how to try it, and so does what is not proven', () => {
  const page = pages.find(({ file }) => file === 'bewezen/index.html');
  const code = page?.elements.filter(({ name }) => name === 'code').map(({ text }) => text);
  const text = squeezed(page?.texts.join(' ') ?? '');
  const standing = standingIn('.');
  for (const { claim, state, recorded } of standing) {
    expect(text).toContain(
      `${claim.says} ${state === 'older' ? 'Ouder dan de code. ' : ''}${recorded === null ? 'Nog niet opgeschreven.' : 'Bewezen op'}`,
    );
    expect(code).toContain(commandOf(claim));
    for (const browser of recorded?.browsers ?? []) expect(text).toContain(browser);
    if (recorded !== null) expect(code).toContain(recorded.commit.slice(0, 10));
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
