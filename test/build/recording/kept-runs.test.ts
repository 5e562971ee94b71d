/** A build with the runs of an earlier one, so that one commit can give one site. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptRuns, runsFrom } from '../../../src/build/recording/recorded-runs.ts';
import { siteFolder } from '../site-folder.ts';

const LIMIT_MS = 120_000;

test(
  'runs that are given are those of the site, for the same samples alone',
  async () => {
    const text = await keptRuns();
    const folder = siteFolder({ 'opnamen.json': text });
    const file = join(folder, 'opnamen.json');
    const { of, runs } = JSON.parse(text);
    expect(Object.keys(runs)).toContain('begroet');
    expect(JSON.parse(runsFrom(file))).toEqual(runs);

    const digit = of.startsWith('0') ? '1' : '0';
    writeFileSync(file, JSON.stringify({ v: 1, of: digit + of.slice(1), runs }));
    expect(() => runsFrom(file)).toThrow('horen bij andere voorbeelden');
    for (const wrong of ['{', '[]', '{"v":2}', 'null', '{"v":1,"runs":3}']) {
      writeFileSync(file, wrong);
      expect(() => runsFrom(file), wrong).toThrow('FUNCTIELAB_OPNAMEN');
    }
    expect(() => runsFrom(join(folder, 'weg.json'))).toThrow('is er niet');
  },
  LIMIT_MS,
);
