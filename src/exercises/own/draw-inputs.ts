/** The values of a check's inputs: those that everybody sees, and fresh ones. */
import type { Random } from '../fresh-inputs.ts';
import type { Values } from './holes.ts';
import type { OwnInput } from './own-exercise.ts';

export function examplesOf(inputs: readonly OwnInput[]): Values {
  return new Map(inputs.map(({ name, example }) => [name, example]));
}

export function drawInputs(inputs: readonly OwnInput[], random: Random): Values {
  return new Map(inputs.map((input) => [input.name, draw(input, random)]));
}

function draw({ kind, least, most, options, example }: OwnInput, random: Random): string {
  if (kind === 'word') return random.word(least, most);
  if (kind === 'number') return String(random.whole(least, most));
  return options.length === 0 ? example : random.pick(options);
}
