/** A newcomer's whole way in the browser; `npm run test:clouds` goes on where this ends, with a registry of npm. */
import { strFromU8, unzipSync } from 'fflate';
import { goNewcomersWay } from './newcomers-way.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

/** By this the README names the test that holds what it says. */
const WAY = 'a newcomer makes a function, sees its bill, and takes it to two platforms';

inLooks(0, (look, name) => {
  test(`${WAY} (${name})`, async ({ openPage }) => {
    const taken = await goNewcomersWay(await openPage('', look));
    expect(taken.map(({ fileName }) => fileName)).toEqual([
      'takenlijst-cloudflare.zip',
      'takenlijst-aws.zip',
    ]);
    for (const { bytes } of taken) {
      const files = new Map(Object.entries(unzipSync(bytes)).map(([path, one]) => [path, strFromU8(one)]));
      expect(files.get('takenlijst/functie/taken.js')).toContain('export default');
      const examples = JSON.parse(files.get('takenlijst/test/voorbeelden.json') ?? '[]');
      expect(examples).toMatchObject([
        { title: 'POST /taken', expected: { status: 201 } },
        { title: 'GET /taken', expected: { status: 200 } },
      ]);
      expect(files.get('takenlijst/LEESMIJ.md')).toMatch(/zou hier €\s0,000[\s\d]+ kosten/);
    }
  });
});
