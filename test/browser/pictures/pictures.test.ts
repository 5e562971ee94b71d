/**
 * How the site looks: thirty screens, in both colours, at the width of a laptop and of a phone, beside the pictures of them
 * that lie in `kept/`. What looks otherwise on purpose is looked at, and then kept by
 * `npm test -- --pictures test/browser/pictures`.
 */
import { readdirSync } from 'node:fs';
import { ONE_DAY } from '../reader.ts';
import { expect, test } from '../site.ts';
import { CLASS } from './class-screens.ts';
import { COURSE } from './course-screens.ts';
import { OWN } from './own-screens.ts';
import { KEPT, takePictures } from './take.ts';

const WALKS = [...COURSE, ...OWN, ...CLASS];
const NAMES = WALKS.flatMap(({ screens }) => screens.map(({ name }) => name));

test('thirty screens have pictures, and no picture lies there of a screen that is gone', () => {
  expect(NAMES).toHaveLength(30);
  expect(readdirSync(KEPT).sort()).toEqual(NAMES.map((name) => `${name}.webp`).sort());
});

test.for(WALKS)(
  '/$path looks as it was kept',
  async ({ path, before = '', allows, screens }, { openPage, allow }) => {
    if (allows) allow(allows);
    const page = await openPage(path, { reducedMotion: 'reduce', before: `${ONE_DAY}\n${before}` });
    for (const screen of screens) await takePictures(page, screen);
  },
);
