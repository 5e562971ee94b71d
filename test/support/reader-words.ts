/**
 * What a source file can make a reader read: the text between its tags, and its strings that are words. What is filled in when it
 * runs is `…`. A name, a class and a type are no words.
 */
import ts from 'typescript';
import { readArrows, textOf } from './import-reader.ts';

/** Attributes that are read out or shown. */
const SPOKEN = /^(aria-label|placeholder|title|alt|label)$/;
const FILLED_IN = '…';

/** A string of one small word, or of capitals alone, is a name. */
const isWords = (text: string) => /\p{L}/u.test(text) && (/\s/.test(text) || /^\p{Lu}\p{Ll}/u.test(text));

/** @param path from the root of the project, of a `.ts` or a `.tsx` */
export function wordsOf(path: string): string[] {
  const found: string[] = [];
  const add = (text: string) => {
    const squeezed = text.replaceAll(/\s+/g, ' ').trim();
    if (isWords(squeezed)) found.push(squeezed);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (SPOKEN.test(node.name.getText())) add(node.initializer.text);
      return;
    }
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const parts = node.children.map((child) => (ts.isJsxText(child) ? child.text : FILLED_IN));
      if (node.children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text)))
        add(parts.join(''));
    }
    if (ts.isStringLiteralLike(node)) add(node.text);
    if (ts.isTemplateExpression(node)) {
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FILLED_IN));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true));
  return [...new Set(found)];
}

/** Of a folder, this file and all that it brings in from the same folder. */
export function filesBehind(path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const reached = new Set([path]);
  for (const one of reached) {
    for (const { to } of readArrows([one])) if (to.startsWith(folder) && /\.tsx?$/.test(to)) reached.add(to);
  }
  return [...reached].sort();
}
