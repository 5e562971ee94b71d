/** Which names mean what at a place in the code: declarations of the blocks and functions around it, nearest first. */
import type { syntaxTree } from '@codemirror/language';

export type CodeTree = ReturnType<typeof syntaxTree>;
export type CodeNode = CodeTree['topNode'];

export interface CodeToRead {
  readonly path: string;
  readonly text: string;
  readonly tree: CodeTree;
}

/** What a file is read among. */
export interface Surroundings {
  /** Types of what the function that a file gives by default gets, when its own code does not say. */
  readonly handlerTypes: readonly string[];
  /** Another file of the playground, by how this one imports it. */
  readonly other: (specifier: string) => CodeToRead | null;
}

export const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration'];

export function childrenOf(node: CodeNode): CodeNode[] {
  const found: CodeNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

export const isFunction = (node: CodeNode) => FUNCTIONS.includes(node.name);

/** Each name that is known at a node, with the place where it is declared. */
export function namesAt(node: CodeNode, text: string): Map<string, CodeNode> {
  const names = new Map<string, CodeNode>();
  for (let scope: CodeNode | null = node; scope !== null; scope = scope.parent) {
    for (const place of declaredBy(scope)) {
      const name = text.slice(place.from, place.to);
      if (!names.has(name)) names.set(name, place);
    }
  }
  return names;
}

function declaredBy(scope: CodeNode): CodeNode[] {
  if (scope.name === 'Block' || scope.name === 'Script')
    return childrenOf(scope).flatMap(declaredByStatement);
  if (isFunction(scope)) {
    const params = scope.getChild('ParamList');
    return params === null ? [] : placesIn(params);
  }
  if (scope.name === 'ForStatement') return childrenOf(scope).flatMap(placesInLoop);
  return scope.name === 'CatchClause' ? placesIn(scope) : [];
}

function declaredByStatement(statement: CodeNode): CodeNode[] {
  switch (statement.name) {
    case 'ExportDeclaration':
      return childrenOf(statement).flatMap(declaredByStatement);
    case 'VariableDeclaration':
      return placesIn(statement);
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const name = statement.getChild('VariableDefinition');
      return name === null ? [] : [name];
    }
    case 'ImportDeclaration':
      return [statement, ...statement.getChildren('ImportGroup')].flatMap((one) =>
        one.getChildren('VariableDefinition'),
      );
    default:
      return [];
  }
}

function placesInLoop(part: CodeNode): CodeNode[] {
  if (part.name === 'ForSpec') return part.getChildren('VariableDeclaration').flatMap(placesIn);
  return part.name === 'ForOfSpec' || part.name === 'ForInSpec' ? placesIn(part) : [];
}

/** Names that a declaration or a pattern gives; not those within functions that stand in it. */
function placesIn(holder: CodeNode): CodeNode[] {
  return childrenOf(holder).flatMap((child) => {
    if (child.name === 'VariableDefinition') return [child];
    return /Pattern|PatternProperty/.test(child.name) ? placesIn(child) : [];
  });
}

/** The comment with types right before the statement that holds a node; empty when there is none. */
export function docOf(node: CodeNode, text: string): string {
  let statement = node;
  while (
    statement.parent !== null &&
    !/^(Block|Script|ClassBody|ObjectExpression)$/.test(statement.parent.name)
  )
    statement = statement.parent;
  const before = statement.prevSibling;
  const comment = before?.name === 'BlockComment' ? text.slice(before.from, before.to) : '';
  return comment.startsWith('/**') ? comment : '';
}

/** A comment speaks of the function right under it, and not of those that stand within. */
const DOCUMENTED =
  /^(Block|Script|ExportDeclaration|VariableDeclaration|ObjectExpression|Property|ClassBody)$/;

export function docOfFunction(node: CodeNode, text: string): string {
  return DOCUMENTED.test(node.parent?.name ?? '') ? docOf(node, text) : '';
}

export interface DocTag {
  readonly type: string;
  readonly name: string;
}

/** @returns what stands behind such tags in a comment: `@param {Request} request` is a type and a name */
export function tagsIn(doc: string, tag: 'param' | 'type' | 'returns'): DocTag[] {
  const found: DocTag[] = [];
  for (const { index, 0: head } of doc.matchAll(new RegExp(`@${tag}\\s*\\{`, 'g'))) {
    const from = index + head.length;
    let depth = 1;
    let at = from;
    for (; at < doc.length && depth > 0; at += 1) {
      if (doc[at] === '{') depth += 1;
      if (doc[at] === '}') depth -= 1;
    }
    const type = doc.slice(from, at - 1).replace(/\n\s*\*/g, ' ');
    found.push({ type, name: /^\s*\[?([\w$]+)/.exec(doc.slice(at))?.[1] ?? '' });
  }
  return found;
}

/** Each parameter: a name, or a pattern that takes one apart. */
export function placesOfParams(list: CodeNode): CodeNode[] {
  return childrenOf(list).filter(({ name }) => name === 'VariableDefinition' || name.endsWith('Pattern'));
}

/** At which place of its list something stands, from 0. */
export function commasBefore(place: CodeNode): number {
  let commas = 0;
  for (let before = place.prevSibling; before !== null; before = before.prevSibling)
    if (before.name === ',') commas += 1;
  return commas;
}

/** The expression at the end of a statement or of the head of a loop. */
export function lastValue(last: CodeNode | null): CodeNode | null {
  if (last !== null && /^[;)]$/.test(last.name)) return lastValue(last.prevSibling);
  return last === null || last.name === 'return' ? null : last;
}

/** Returns of this function, and not of those that stand within it. */
export function returnsIn(block: CodeNode): CodeNode[] {
  return childrenOf(block).flatMap((child) => {
    if (child.name === 'ReturnStatement') return [child];
    return isFunction(child) || /Expression$/.test(child.name) ? [] : returnsIn(child);
  });
}
