/**
 * Files that import each other become modules that the sandbox can load.
 *
 * Inside it nothing can be fetched and `blob:` modules do not load everywhere, so each file
 * becomes a `data:` URL, and an import names the URL of its file: files without imports first. Nothing else
 * of the learner's text changes, so a line stays that line, and `originalPlace()` takes the one shift on an
 * import's own line out again. A circle can't be written this way, since each URL would hold the other.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame, Failure } from '../../contract/failure.ts';
import { sourceUrl } from '../instance/log/stack.ts';
import { type FindImports, importSites, isJson, placeAt, refusalOf, textsOf } from '../modules/imports.ts';
import { dataUrl } from './data-url.ts';

export interface LinkedFile {
  readonly path: string;
  readonly text: string;
  readonly urls: readonly string[];
  readonly edits: readonly Edit[];
}

/** On one line, from this column (counted from 1), `taken` characters became `given` ones. */
interface Edit {
  readonly line: number;
  readonly column: number;
  readonly taken: number;
  readonly given: number;
}

export type Linked =
  | { readonly ok: true; readonly entryUrl: string; readonly files: readonly LinkedFile[] }
  | { readonly ok: false; readonly failure: Failure };

class LinkError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** @param entry path of the file to start from; files that it does not reach are left out */
export function link(files: readonly SourceFile[], entry: string, findImports: FindImports): Linked {
  const texts = textsOf(files);
  const done = new Map<string, LinkedFile>();

  function visit(path: string, text: string, trail: readonly string[]): LinkedFile {
    const known = done.get(path);
    if (known !== undefined) return known;
    const here = [...trail, path];
    const pieces: string[] = [];
    const edits: Edit[] = [];
    let from = 0;
    for (const site of importSites(path, text, texts, findImports)) {
      const { found, target, details } = site;
      const refusal = refusalOf(site);
      if (refusal !== null) throw new LinkError(refusal);
      if (target.kind !== 'file') continue;
      if (here.includes(target.path)) {
        const circle = [...here.slice(here.indexOf(target.path)), target.path];
        throw new LinkError({ code: 'IMPORT_CYCLE', details: { ...details, files: circle.join(' → ') } });
      }
      const url = urlOf(visit(target.path, target.text, here));
      // An `import()` brings its quotes along, an `import … from` keeps them.
      const given = /^['"`]/.test(text.slice(found.start, found.end)) ? `"${url}"` : url;
      edits.push({ ...placeAt(text, found.start), taken: found.end - found.start, given: given.length });
      pieces.push(text.slice(from, found.start), given);
      from = found.end;
      if (found.attributes !== undefined && isJson(target.path)) {
        pieces.push(
          text.slice(from, found.attributes.start),
          blank(text.slice(found.attributes.start, found.attributes.end)),
        );
        from = found.attributes.end;
      }
    }
    const linked = asModule(path, pieces.join('') + text.slice(from), edits, text);
    done.set(path, linked);
    return linked;
  }

  try {
    const text = texts.get(entry);
    if (text === undefined) {
      throw new LinkError({ code: 'IMPORT_NOT_FOUND', details: { specifier: entry, file: entry } });
    }
    const entryUrl = urlOf(visit(entry, text, []));
    return { ok: true, entryUrl, files: [...done.values()] };
  } catch (error) {
    if (error instanceof LinkError) return { ok: false, failure: error.failure };
    throw error;
  }
}

function asModule(path: string, rewritten: string, edits: readonly Edit[], text: string): LinkedFile {
  // As a script: to the policy of the sandbox a module of type JSON is a connection, which it has none of.
  const code = isJson(path) ? `export default JSON.parse(${JSON.stringify(text)});` : rewritten;
  // The name under which stacks show the file; on a line of its own, so that no place moves.
  const named = `${code}\n//# sourceURL=${sourceUrl(path)}`;
  return { path, text, urls: [dataUrl(named), sourceUrl(path)], edits };
}

/** Spaces, so that all that follows stays where it is. */
const blank = (text: string) => text.replace(/[^\r\n\u2028\u2029]/g, ' ');

function urlOf(file: LinkedFile): string {
  return file.urls[0] ?? '';
}

/** From a place in the text that ran to the same place in the text that the learner wrote. */
export function originalPlace(frame: CodeFrame, files: readonly LinkedFile[]): CodeFrame {
  const edits = files.find((file) => file.path === frame.file)?.edits ?? [];
  let shift = 0;
  for (const edit of edits) {
    const start = edit.column + shift;
    if (edit.line !== frame.line || frame.column < start) continue;
    if (frame.column < start + edit.given) return { ...frame, column: edit.column };
    shift += edit.given - edit.taken;
  }
  return { ...frame, column: frame.column - shift };
}
