/** A build takes the place of another as a whole, or not at all. */
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { freshFolder, putInPlace, tidyUp } from '../../src/build/place.ts';
import { siteFolder, writeSite } from './site-folder.ts';

/** No process has this id: it is above what Linux, macOS and Windows hand out. */
const NOBODY = 2 ** 31 - 1;

/** A folder with a site in `dist`, and what stands beside it. */
function project(files: Record<string, string> = { 'dist/index.html': 'oud', 'dist/weg.html': 'oud' }) {
  const folder = siteFolder(files);
  const dist = join(folder, 'dist');
  return {
    dist,
    names: () => readdirSync(folder).sort(),
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
  };
}

describe('a finished build', () => {
  test('takes the place of the one before, of which nothing is left', async () => {
    const { dist, names, read } = project();
    const fresh = freshFolder(dist);
    writeSite(fresh, { 'index.html': 'nieuw' });
    await putInPlace(fresh, dist);
    expect([names(), readdirSync(dist), read('dist/index.html')]).toEqual([
      ['dist'],
      ['index.html'],
      'nieuw',
    ]);
  });

  test('needs none before it', async () => {
    const { dist, names } = project({});
    const fresh = freshFolder(dist);
    writeSite(fresh, { 'index.html': 'nieuw' });
    await putInPlace(fresh, dist);
    expect(names()).toEqual(['dist']);
  });

  test('that is not there leaves the old site', async () => {
    const { dist, names, read } = project();
    await expect(putInPlace(freshFolder(dist), dist)).rejects.toThrow('ENOENT');
    expect([names(), read('dist/index.html')]).toEqual([['dist'], 'oud']);
  });

  test('stands on the same disk as the site, and in no folder that is deployed', () => {
    const { dist } = project();
    expect(dirname(freshFolder(dist))).toBe(dirname(dist));
    expect(basename(freshFolder(dist))).toMatch(/^\.dist-/);
  });

  describe('on a disk that refuses', () => {
    /** Refuses the renames that stand in the list, counted from 1. */
    const disk = (refused: readonly number[]) => {
      let asked = 0;
      return {
        betweenTriesMs: 0,
        rename: (from: string, to: string) => {
          asked += 1;
          if (refused.includes(asked)) throw Object.assign(new Error('rename'), { code: 'EPERM' });
          renameSync(from, to);
        },
      };
    };

    test.each([[[1, 2, 3]], [[2]], [[2, 5]]])('at renames %j, it is tried again', async (refused) => {
      const { dist, names, read } = project();
      const fresh = freshFolder(dist);
      writeSite(fresh, { 'index.html': 'nieuw' });
      await putInPlace(fresh, dist, disk(refused));
      expect([names(), read('dist/index.html')]).toEqual([['dist'], 'nieuw']);
    });

    test('each time, the old site stays, and the reason is told in Dutch', async () => {
      const { dist, read } = project();
      const fresh = freshFolder(dist);
      writeSite(fresh, { 'index.html': 'nieuw' });
      const always = disk(Array.from({ length: 1_000 }, (_, at) => at + 1));
      await expect(putInPlace(fresh, dist, always)).rejects.toThrow(
        /de map dist laat zich niet vervangen \(EPERM\).*De oude site staat er nog\./s,
      );
      expect(read('dist/index.html')).toBe('oud');
    });
  });
});

describe('what builds left behind', () => {
  test('goes, when they have ended; a build that is running keeps its folder', () => {
    const { dist, names } = project();
    const left = [
      `.dist-nieuw-${NOBODY}`,
      `.dist-oud-${NOBODY}`,
      `.dist-nieuw-${process.ppid}`,
      '.dist-van-mij',
    ];
    for (const name of left) mkdirSync(join(dirname(dist), name));
    tidyUp(dist);
    expect(names()).toEqual([`.dist-nieuw-${process.ppid}`, '.dist-van-mij', 'dist']);
  });

  test('a site that was set aside by a build that ended just then, is put back', () => {
    const { dist, names, read } = project({
      [`.dist-oud-${NOBODY}/index.html`]: 'oud',
      [`.dist-nieuw-${NOBODY}/index.html`]: 'nieuw',
    });
    tidyUp(dist);
    expect([names(), read('dist/index.html')]).toEqual([['dist'], 'oud']);
  });
});
