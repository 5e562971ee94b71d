/** A walk over a syntax tree: each node before what is in it. */

/** A node of whatever kind: its fields are read by name. */
export type AnyNode = { readonly type: string } & Readonly<Record<string, unknown>>;

/** @param above what the node is in, the innermost last */
export type Visit = (node: AnyNode, above: readonly AnyNode[]) => void;

export function descend(root: unknown, visit: Visit, above: readonly AnyNode[] = []): void {
  if (!isNode(root)) return;
  visit(root, above);
  const within = [...above, root];
  for (const value of Object.values(root)) {
    if (Array.isArray(value)) for (const one of value) descend(one, visit, within);
    else descend(value, visit, within);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}
