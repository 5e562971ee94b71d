/**
 * What a source file can make a reader read: the text between its tags, and its strings that are words. What is filled in when it
 * runs is `…`. A name, a class and a type are no words.
 */
import ts from 'typescript';
import { readArrows, textOf } from './import-reader.ts';

export interface Said {
  /** With the ends of lines of a string; text between tags is one line. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Whether it stands between tags, or is the value of what has the name of a label. */
  readonly isLabel: boolean;
}

/** Attributes and properties that are read out or shown. */
const SPOKEN = /^(aria-label|placeholder|title|alt|label|description|lead)$/;
/** Whatever they are made of is for the page, and no reader sees it. */
const NOT_SPOKEN =
  /^(class|className|href|id|style|d|key|rel|src|role|slot|sizes|pattern|transform|points|data-.*|aria-(controls|labelledby|describedby|current))$/;
const FILLED_IN = '…';

/** A string of one small word, or of capitals alone, is a name. */
const isWords = (text: string) => /\p{L}/u.test(text) && (/\s/.test(text) || /^\p{Lu}\p{Ll}/u.test(text));

const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ');

const isSpoken = ({ parent }: ts.Node) =>
  (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) && SPOKEN.test(parent.name.getText());

/** The code of an `.astro`, and then its page, which but for these is TSX. Lines keep their numbers. */
function piecesOf(path: string): [text: string, kind: ts.ScriptKind][] {
  const text = textOf(path);
  if (!path.endsWith('.astro')) return [[text, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS]];
  const [all = '', code = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  const page = text
    .slice(all.length)
    .replaceAll(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi, blank)
    .replaceAll(/<((?:meta|link|input|br|img|hr)\b(?:[^<>{}]|\{[^{}]*\})*?)\/?>/g, '<$1/>');
  return [
    [`\n${code}`, ts.ScriptKind.TS],
    [`${blank(all)}<>${page}</>`, ts.ScriptKind.TSX],
  ];
}

/**
 * @param path from the root of the project, of a `.ts`, a `.tsx` or an `.astro`
 * @throws Error for a file that TypeScript cannot read, of which nothing would be found
 */
export function saidIn(path: string): Said[] {
  const found: Said[] = [];
  for (const [code, kind] of piecesOf(path)) {
    const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
    const [wrong] = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
    if (wrong) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);
    const add = (text: string, node: ts.Node) => {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (isWords(squeeze(text))) found.push({ text, line, isLabel: ts.isJsxText(node) || isSpoken(node) });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      if (ts.isJsxAttribute(node)) {
        const name = node.name.getText();
        if (NOT_SPOKEN.test(name)) return;
        if (node.initializer && ts.isStringLiteral(node.initializer)) {
          if (SPOKEN.test(name)) add(node.initializer.text, node.initializer);
          return;
        }
      }
      if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
        const parts = node.children.map((child) => (ts.isJsxText(child) ? child.text : FILLED_IN));
        const first = node.children.find((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text));
        if (first) add(squeeze(parts.join('')), first);
      }
      if (ts.isStringLiteralLike(node)) add(node.text, node);
      if (ts.isTemplateExpression(node)) {
        add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FILLED_IN), node);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** @returns each text once, as one line */
export const wordsOf = (path: string): string[] => [
  ...new Set(saidIn(path).map(({ text }) => squeeze(text))),
];

/** Of a folder, this file and all that it brings in from the same folder. */
export function filesBehind(path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const reached = new Set([path]);
  for (const one of reached) {
    for (const { to } of readArrows([one])) if (to.startsWith(folder) && /\.tsx?$/.test(to)) reached.add(to);
  }
  return [...reached].sort();
}
