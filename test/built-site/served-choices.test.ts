/** What a reader sees chosen before a playground is alive is what the sample says, and not the first of the list. */
import { expect, test } from 'vitest';
import { pages, read } from './built-site.ts';

const methodsOf = (html: string) =>
  [...html.matchAll(/<select aria-label="Methode">([\s\S]*?)<\/select>/g)].map(([, options = '']) =>
    [...options.matchAll(/<option([^>]*)>/g)].flatMap(([, attributes = '']) =>
      / selected\b/.test(attributes) ? [/value="([A-Z]+)"/.exec(attributes)?.[1]] : [],
    ),
  );

const withMethods = pages.flatMap(({ file }) => {
  const methods = methodsOf(read(file));
  return methods.length > 0 ? [[file, methods] as const] : [];
});

test.each(withMethods)('%s marks one method of each playground', (_, methods) => {
  expect(methods.map(({ length }) => length)).toEqual(methods.map(() => 1));
});

test('a sample that is sent something is served with POST', () => {
  expect(methodsOf(read('lessen/schalen-ook-naar-nul/index.html'))[0]).toEqual(['POST']);
});
