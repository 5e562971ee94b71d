/**
 * What can be said of a function's sources before Node gets them, and after Node refused them, in the same words
 * as in a browser. Packages and parts of Node are Node's own affair here.
 */

import type { SourceFile } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';
import type { InstanceSpec } from '../../contract/host.ts';
import type { Backend, Prepared } from '../common/sourced-host.ts';
import { type FindImports, importSites, mayImport, placeAt, refusalOf, textsOf } from '../modules/imports.ts';
import { explainSyntax } from '../modules/load-failure.ts';

/** Reads the imports of every file that the entry reaches. */
async function checkSources({ files, entry }: InstanceSpec): Promise<Prepared<readonly SourceFile[]>> {
  const first = files.find(({ path }) => path === entry);
  if (first === undefined) {
    return {
      ok: false,
      failure: { code: 'IMPORT_NOT_FOUND', details: { specifier: entry, file: entry, line: 1 } },
    };
  }
  if (!mayImport(first.text)) return { ok: true, loaded: files };
  const { findImports } = await import('../modules/find-imports.ts');
  const failure = firstRefusal(files, entry, findImports);
  return failure === null ? { ok: true, loaded: files } : { ok: false, failure };
}

const FOR_NODE: readonly string[] = ['IMPORT_PACKAGE', 'IMPORT_OF_NODE'];

function firstRefusal(files: readonly SourceFile[], entry: string, findImports: FindImports): Failure | null {
  const texts = textsOf(files);
  const seen = new Set<string>();
  const queue = [entry];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const site of importSites(path, texts.get(path) ?? '', texts, findImports)) {
      const refusal = refusalOf(site);
      if (refusal !== null && !FOR_NODE.includes(refusal.code)) return refusal;
      if (site.target.kind === 'file') queue.push(site.target.path);
    }
  }
  return null;
}

/** Node 20 to 24: "Cannot find package 'x' imported from y"; the path of y has been made short by then. */
const NO_PACKAGE = /^Cannot find package '([^']+)' imported from (?:\.\/)?(\S+)/;

async function explainLoad(failure: Failure, files: readonly SourceFile[]): Promise<Failure> {
  const [, specifier, file] = NO_PACKAGE.exec(failure.error?.message ?? '') ?? [];
  if (failure.code !== 'INIT_ERROR' || specifier === undefined || file === undefined) {
    return explainSyntax(failure, files);
  }
  const text = files.find(({ path }) => path === file)?.text ?? '';
  const { line } = placeAt(text, Math.max(0, text.indexOf(specifier)));
  return { code: 'PACKAGE_NOT_INSTALLED', details: { specifier, file, line } };
}

/** What every backend does that leaves loading to Node. Nothing is rewritten, so each place is the learner's own. */
export const nodeSources = {
  prepare: checkSources,
  inSource: (failure: Failure) => failure,
  explain: explainLoad,
} satisfies Partial<Backend<readonly SourceFile[]>>;
