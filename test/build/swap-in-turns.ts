/**
 * A process of its own that builds: puts site A and site B in the place of `dist`, by turns, once for each line of its input. The last is
 * B.
 */
import process from 'node:process';
import { createInterface } from 'node:readline';
import { freshFolder, putInPlace } from '../../src/build/place.ts';
import { type SiteFiles, writeSite } from './site-folder.ts';

const [dist = '', sites = ''] = process.argv.slice(2);
const files: readonly SiteFiles[] = JSON.parse(sites);
let turn = 0;

async function build(): Promise<void> {
  const fresh = freshFolder(dist);
  writeSite(fresh, files[turn % files.length] ?? {});
  turn += 1;
  await putInPlace(fresh, dist);
}

for await (const _ of createInterface(process.stdin)) await build();
while (turn % files.length !== 0) await build();
