/** A lesson that is named by its number is the lesson with that number, also after one was put between the others. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('content/lessons').filter((file) => file.endsWith('.mdx'));
const numbers = new Map(
  files.map((file) => {
    const order = /^order: (\d+)$/m.exec(readFileSync(`content/lessons/${file}`, 'utf8'))?.[1];
    return [file.replace(/^\d+-|\.mdx$/g, ''), Number(order)];
  }),
);

test('lessons are numbered from one, in the order of their files', () => {
  expect(files.sort().map((file) => Number(/^\d+/.exec(file)?.[0]))).toEqual(files.map((_, at) => at + 1));
  expect([...numbers.values()].sort((a, b) => a - b)).toEqual(files.map((_, at) => at + 1));
  for (const file of files) {
    expect([file, numbers.get(file.replace(/^\d+-|\.mdx$/g, ''))]).toEqual([
      file,
      Number(/^\d+/.exec(file)?.[0]),
    ]);
  }
});

test('a link that says "les 7" leads to lesson 7', () => {
  const links = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mdx|yaml)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(`content/${file}`, 'utf8').matchAll(/\[les (\d+)\]\([^)]*?([\w-]+)\/\)/g)].map(
        ([, said, slug = '']) => ({ file, slug, said: Number(said) }),
      ),
    );
  expect(links.length).toBeGreaterThan(15);
  for (const { file, slug, said } of links)
    expect([file, slug, said]).toEqual([file, slug, numbers.get(slug)]);
});
