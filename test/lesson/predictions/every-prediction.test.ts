/**
 * Every prediction of the course: what the platform, or the tariffs, come to under Node, with the functions that answer a reader in a
 * page, is not what the misconception says. An experiment that bears a misconception out would teach it.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readWritten } from '../../../src/build/content/located.ts';
import { optionOf } from '../../../src/course/prediction-words.ts';
import { type Prediction, predictionsSchema } from '../../../src/course/schemas/prediction.ts';
import type { Measured } from '../../../src/lesson/predictions/measures.ts';
import { sumOf } from '../../../src/lesson/predictions/sums.ts';
import { isRight, misconceptionOf } from '../../../src/lesson/predictions/verdict.ts';
import { cameOf } from './script-lab.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = 'content/predictions';

const all = readdirSync(`${PROJECT}/${FOLDER}`).flatMap((file) =>
  Object.entries(predictionsSchema.parse(readWritten(PROJECT, `${FOLDER}/${file}`).data)).map(
    ([id, prediction]) => ({ name: `${file.replace('.yaml', '')}: ${id}`, id, prediction }),
  ),
);

function wouldTeach(prediction: Prediction, came: Measured | null): string | null {
  if (came === null) return 'the experiment comes to nothing that can be read';
  const { options, misconception, close = 0 } = prediction;
  if (options && optionOf(options, came) === -1) return `no option says ${came}`;
  if (isRight(prediction, misconceptionOf(prediction), came)) return `the misconception is right: ${came}`;
  // For a number that is about right, half a guess off is no difference.
  const isNear = (said: number, value: number) => Math.abs(said - value) < 2 * close * Math.abs(value);
  return misconception !== undefined && typeof came === 'number' && isNear(misconception, came)
    ? `${misconception} is hardly anything else than ${came}`
    : null;
}

describe('what comes is not what the misconception says', () => {
  test.for(all)('$name', async ({ prediction }) => {
    const came = prediction.sum ? sumOf(prediction.sum) : await cameOf(prediction);
    expect(wouldTeach(prediction, came)).toBeNull();
  });
});
