/**
 * With what the tests hold the course against, for the page that says what is proven: attacks, published bills and runs, and the
 * run-time of a learning environment. Nobody copies these lists: they are read from the tests' own tables, or the build fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishedBill, Tried } from '../../proof/index.ts';

const ATTACKS = 'test/attacks/inventory/index.ts';
const RUNS = 'test/simulation/published-cases.json';
const BILLS = ['golden', 'golden-aws', 'golden-clouds'].map((name) => `test/billing/${name}.test.ts`);
const RUN_TIME = 'scorm-again';

interface Inventory {
  readonly INVENTORY: Readonly<
    Record<
      string,
      readonly { readonly what: string; readonly tried: readonly (readonly [string, ...string[]])[] }[]
    >
  >;
}

/** @param project its folder @throws Error when a table is not what it was */
export async function whatWasTried(project: string): Promise<Tried> {
  const text = (file: string) => readFileSync(join(project, file), 'utf8');
  // By its address: it is no part of the site, and a bundle of the site's settings has nothing of it.
  const { INVENTORY } = (await import(
    /* @vite-ignore */ pathToFileURL(join(project, ATTACKS)).href
  )) as Inventory;
  const { rows } = JSON.parse(text(RUNS)) as {
    readonly rows: readonly { readonly id: string; readonly kind: string; readonly source: string }[];
  };
  const { packages } = JSON.parse(text('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  const version = packages[`node_modules/${RUN_TIME}`]?.version;
  if (version === undefined) throw new Error(`package-lock.json has no ${RUN_TIME}`);
  return {
    runTime: { name: RUN_TIME, version },
    attacks: Object.entries(INVENTORY).map(([family, mechanisms]) => ({
      family,
      attacks: mechanisms.map(({ what, tried }) => ({
        what,
        files: [...new Set(tried.map(([file]) => file))],
      })),
    })),
    bills: BILLS.flatMap((file) => publishedBills(text(file))),
    runs: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => ({
      kind,
      runs: some.map(({ id, source }) => ({ id, source })),
    })),
  };
}

/** How whoever published it, or its resource, is called, and what it is: `aws-x86-mobile-backend`. Another test is none. */
const NAMED = /^\s*(?:test\(|name: )'([a-z0-9]+(?:-[a-z0-9]+)+)(?=[:,'])/;
const COMMENT = /^\s*\/\/ (.*)/;
const ADDRESS = /https:\/\/[^\s,']+/;
/** A comment that begins with a heading between quotes is about the page that the file is about. */
const OF_THE_PAGE = /^"/;
const PAGE = /^const PAGE = '(https:[^']+)'/m;

/** @param source of a file with tests @returns those with a name of a published example and a comment right above that says where it stands */
export function publishedBills(source: string): PublishedBill[] {
  let comment: string[] = [];
  let ofGroup = '';
  const page = PAGE.exec(source)?.[1] ?? null;
  const found: PublishedBill[] = [];
  const addressIn = (text: string) => ADDRESS.exec(text)?.[0] ?? (OF_THE_PAGE.test(text) ? page : null);
  for (const line of source.split('\n')) {
    const said = COMMENT.exec(line)?.[1];
    if (said !== undefined) {
      comment.push(said);
      continue;
    }
    if (line.startsWith('describe(')) ofGroup = comment.join(' ');
    if (line === '});') ofGroup = '';
    const name = NAMED.exec(line)?.[1];
    const from = comment.join(' ') || ofGroup;
    if (name !== undefined && from !== '') found.push({ name, source: from, url: addressIn(from) });
    comment = [];
  }
  return found;
}
