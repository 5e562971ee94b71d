/** A walk over a syntax tree: each node before what is in it. */

/** A node of whatever kind: its fields are read by name. */
export type AnyNode = { readonly type: string } & Readonly<Record<string, unknown>>;

/** @param isInside whether the node stands in a function */
export type Visit = (node: AnyNode, isInside: boolean) => void;

/** With a list of what is still to come and not by calling itself: code may be a hundred thousand nodes deep. */
export function descend(root: unknown, visit: Visit): void {
  const toCome: { readonly value: unknown; readonly isInside: boolean }[] = [
    { value: root, isInside: false },
  ];
  for (let next = toCome.pop(); next !== undefined; next = toCome.pop()) {
    const { value, isInside } = next;
    if (Array.isArray(value)) for (const one of value.toReversed()) toCome.push({ value: one, isInside });
    if (!isNode(value)) continue;
    visit(value, isInside);
    const isWithin = isInside || value.type.includes('Function');
    for (const one of Object.values(value).toReversed()) toCome.push({ value: one, isInside: isWithin });
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}
