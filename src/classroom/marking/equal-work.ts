/**
 * Whether two pieces of work are the same, by what is said and not by how it looks: white space, comments, semicolons, the kind of
 * quotes and the names that somebody chose for variables do not count. Equal is equal, and not fraud: a short exercise has few good answers.
 *
 * For showing only. Whoever is equal here may still behave differently, so that one verdict never counts for two.
 */
import type { parser } from '@lezer/javascript';
import type { SourceFile } from '../../contract/data.ts';
import type { MarkedExercise } from './mark.ts';

/** @returns the same text for the same work, and for the work that is given out `null`: untouched start code is no twin of anything */
export type WorkKey = (
  exercise: Pick<MarkedExercise, 'name' | 'files' | 'given'>,
  files: readonly SourceFile[],
) => string | null;

type Tree = ReturnType<typeof parser.parse>;
type TreeCursor = ReturnType<Tree['cursor']>;

const CODE = /\.[cm]?[jt]sx?$/;
const COMMENT = /Comment$/;
/** In characters; no exercise asks for a tenth of it. Of longer code white space alone is left out: to walk it may take minutes. */
const LONGEST_WALKED = 50_000;

/** Fetches the parser of the editor, which a page has only once it is needed. */
export async function loadWorkKey(): Promise<WorkKey> {
  const javascript = await import('@lezer/javascript');
  const typed = javascript.parser.configure({ dialect: 'ts' });
  const spoken = ({ path, text }: SourceFile) =>
    CODE.test(path) && text.length <= LONGEST_WALKED ? tokensOf(text, typed.parse(text)) : withoutSpace(text);
  const spokenOf = (files: readonly SourceFile[], given: readonly string[]) =>
    files
      .filter(({ path }) => !given.includes(path))
      .map((file) => `${file.path}\0${spoken(file)}`)
      .join('\0');
  const starts = new Map<string, string>();
  return ({ name, files: start, given }, files) => {
    const atStart = starts.get(name) ?? spokenOf(start, given);
    starts.set(name, atStart);
    const work = spokenOf(files, given);
    return work === atStart ? null : `${name}\0${work}`;
  };
}

/**
 * For each of `keys` the others that are the same; `null` is like nothing.
 *
 * @returns indexes in `keys`
 */
export function twinsOf(keys: readonly (string | null)[]): readonly (readonly number[])[] {
  const all = Map.groupBy([...keys.keys()], (at) => keys[at] ?? null);
  return keys.map((key, at) => (key === null ? [] : (all.get(key) ?? []).filter((other) => other !== at)));
}

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

/** Names that are declared in it become numbers, in the order in which they are first met. */
function tokensOf(text: string, tree: Tree): string {
  const declared = new Set<string>();
  forEachLeaf(tree, ({ name, from, to }) => {
    if (name === 'VariableDefinition' || name === 'Label') declared.add(text.slice(from, to));
  });
  const numbers = new Map<string, number>();
  const nameOf = (name: string) => {
    if (!declared.has(name)) return name;
    numbers.set(name, numbers.get(name) ?? numbers.size);
    return `#${numbers.get(name)}`;
  };
  const tokens: string[] = [];
  let end = 0;
  forEachLeaf(tree, (leaf) => {
    const { name, from, to } = leaf;
    // What lies between two leaves and is no space is text too, as in a template.
    const between = withoutSpace(text.slice(end, from));
    if (between !== '') tokens.push(between);
    end = to;
    if (COMMENT.test(name) || name === ';') return;
    const word = text.slice(from, to);
    if (isShort(leaf)) tokens.push(word, ':', nameOf(word));
    else if (/^(Variable(Name|Definition)|Label)$/.test(name)) tokens.push(nameOf(word));
    else tokens.push(name === 'String' ? quoted(word) : word);
  });
  tokens.push(withoutSpace(text.slice(end)));
  return tokens.join('\n');
}

function forEachLeaf(tree: Tree, visit: (leaf: TreeCursor) => void): void {
  const cursor = tree.cursor();
  do {
    if (cursor.node.firstChild === null && cursor.from < cursor.to) visit(cursor);
  } while (cursor.next());
}

/** `{ name }` says `{ name: name }`, in a value and in a pattern. */
function isShort({ node, name }: TreeCursor): boolean {
  const { parent } = node;
  const isAlone = parent !== null && node.nextSibling === null && node.prevSibling === null;
  return (
    (isAlone && parent.name === 'Property' && name === 'PropertyDefinition') ||
    (isAlone && parent.name === 'PatternProperty')
  );
}

const quoted = (word: string) => `"${word.slice(1, -1).replaceAll(/\\(['"])/g, '$1')}"`;
