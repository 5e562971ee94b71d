/** A process of its own that builds: puts site A and site B in the place of `dist`, by turns, as often as it is told. */
import process from 'node:process';
import { freshFolder, putInPlace } from '../../src/build/place.ts';
import { type SiteFiles, writeSite } from './site-folder.ts';

const [dist = '', turns = '', sites = ''] = process.argv.slice(2);
const files: readonly SiteFiles[] = JSON.parse(sites);
for (let turn = 0; turn < Number(turns); turn += 1) {
  const fresh = freshFolder(dist);
  writeSite(fresh, files[turn % files.length] ?? {});
  await putInPlace(fresh, dist);
}
