/** What a step of a lesson names in bold is on the screen beside it: a reader who looks for a part that is not there is stuck. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleFromDisk, sampleNames } from '../../src/build/exercises/from-disk.ts';
import { BURST_CHOICES } from '../../src/playground/model/burst.ts';
import { panelsOf } from '../../src/playground/results/panels.ts';

/** Those that only some playgrounds have. */
const PANELS = ['Opslag', 'Wachtrij', 'Mislukte berichten', 'Tijdlijn', 'Spoor'];

const samples = new Set(sampleNames());

/** @returns each part that a step names and its playground has not, with that playground */
function missingIn(lesson: string): string[] {
  return [...lesson.matchAll(/<Try for="([^"]+)">(.*?)<\/Try>/gs)].flatMap(([, at = '', steps = '']) => {
    if (!samples.has(at)) return [];
    const shown = panelsOf(sampleFromDisk(at)).map(({ name }): string => name);
    const named = [...steps.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name);
    return named
      .filter((name) => PANELS.includes(name) && !shown.includes(name))
      .map((name) => `${at}: ${name}`);
  });
}

/** @returns each number that a step has the reader choose at *Aantal*, and that is no choice there */
function numbersIn(lesson: string): number[] {
  return [...lesson.matchAll(/\*\*Aantal\*\*[^.`]*`([\d.]+)`/g)]
    .map(([, said = '']) => Number(said.replace('.', '')))
    .filter((calls) => !BURST_CHOICES.includes(calls));
}

/** A receipt has the ms of one call, and of the others only what they cost. */
const SUM_ON_RECEIPT = /\bms\b[^.?]*\bsamen\b[^.?]*\*\*Kassabon|\*\*Kassabon\*\*[^.?]*\bms\b[^.?]*\bsamen\b/;

test.each(readdirSync('content/lessons'))('the steps of %s name what is on the screen', (file) => {
  const lesson = readFileSync(`content/lessons/${file}`, 'utf8');
  expect(missingIn(lesson)).toEqual([]);
  expect(numbersIn(lesson)).toEqual([]);
  expect(SUM_ON_RECEIPT.exec(lesson)?.[0]).toBeUndefined();
});

test('a part that a playground has not is found, and so is a number that cannot be chosen', () => {
  const step = '<Try for="kaartverkoop">\n<Step>Zie de **Tijdlijn** en de **Opslag**.</Step>\n</Try>';
  expect(missingIn(step)).toEqual(['kaartverkoop: Opslag']);
  expect(numbersIn('Kies bij **Aantal** `20`, of bij **Aantal** eens `1.000`.')).toEqual([20]);
});
