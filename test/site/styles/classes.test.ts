/** A rule without anything that it dresses is dead, and a class without a rule is one that somebody will search for. */
import { expect, test } from 'vitest';
import { lessons, sheets, source, tests, withoutComments } from './sheets.ts';

/** Of what we show but do not write: the terminal, the editor, a line of coloured code, Starlight's link. */
const NOT_OURS = /^(xterm-|cm-|line$|sl-skip-link$)/;

const styled = new Set(
  sheets.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(/([^{};]*)\{/g)]
      .map(([, selector = '']) => selector.trim())
      .filter((selector) => !selector.startsWith('@'))
      .flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)),
  ),
);

/** What stands between the braces that open at `start`. */
function inBraces(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return '';
}

/** Classes that are given: whole names, and the beginnings of names that are put together. */
function classesIn(text: string): { readonly names: string[]; readonly beginnings: string[] } {
  const given = [...text.matchAll(/\bclass(?:Name|:list)?\s*=\s*(?=(\{)|["'`])/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const expression =
      match[1] === undefined
        ? text.slice(start, text.indexOf(text.charAt(start), start + 1) + 1)
        : inBraces(text, start);
    const strings = [...expression.matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g)];
    return strings.flatMap(([, one, two, three]) =>
      (one ?? two ?? three ?? '')
        .replace(/\$\{[^}]*\}/g, '…')
        .split(/\s+/)
        .filter((name) => name !== ''),
    );
  });
  return {
    names: given.filter((name) => /^[a-z][\w-]*$/.test(name)),
    beginnings: given.flatMap((name) => /^([a-z][\w-]*)…/.exec(name)?.[1] ?? []),
  };
}

const perFile = [...source, ...lessons].map(({ path, text }) => ({ path, text, ...classesIn(text) }));
const names = new Set(perFile.flatMap((file) => file.names));
const beginnings = new Set(perFile.flatMap((file) => file.beginnings));

test('the reader of classes sees them in all their forms', () => {
  const text = [
    'class="a b-c"',
    'class={isOn ? "d" : \'e\'}',
    "class:list={['f', g]}",
    'element.className = "h"',
    `className={\`i \${j} k--\${l}\`}`,
  ].join('\n');
  expect(classesIn(text)).toEqual({ names: ['a', 'b-c', 'd', 'e', 'f', 'h', 'i'], beginnings: ['k--'] });
});

test('every class with a rule is given to something', () => {
  const isMentioned = (name: string) =>
    perFile.some(({ text }) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text));
  const dead = [...styled].filter(
    (name) =>
      !NOT_OURS.test(name) &&
      !names.has(name) &&
      ![...beginnings].some((beginning) => name.startsWith(beginning)) &&
      !isMentioned(name),
  );
  expect(dead).toEqual([]);
});

test('every class that is given has a rule, or is what a script or a test finds its element by', () => {
  const isSought = (name: string) =>
    [...source, ...tests].some(({ text }) => new RegExp(`\\.${name}(?![\\w-])[^(]*['"\`]`).test(text));
  const bare = perFile.flatMap((file) =>
    file.names.filter((name) => !styled.has(name) && !isSought(name)).map((name) => `${file.path}: ${name}`),
  );
  expect(bare).toEqual([]);
});
