/** From paths to a tree, in the order in which the paths came: a lesson puts first what is to be read first. */

export interface TreeNode {
  readonly path: string;
  readonly name: string;
  /** Null for a file. */
  readonly children: readonly TreeNode[] | null;
}

export function treeOf(paths: readonly string[]): readonly TreeNode[] {
  return childrenOf('', paths);
}

function childrenOf(folder: string, paths: readonly string[]): TreeNode[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = new Set(paths.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
  return [...names].map((name) => {
    const path = prefix + name;
    const inside = paths.filter((other) => other.startsWith(`${path}/`));
    return { path, name, children: inside.length === 0 ? null : childrenOf(path, inside) };
  });
}

/** What can be walked through: nothing that lies in a closed folder. */
export function visibleNodes(nodes: readonly TreeNode[], closed: ReadonlySet<string>): readonly TreeNode[] {
  return nodes.flatMap((node) =>
    node.children === null || closed.has(node.path) ? [node] : [node, ...visibleNodes(node.children, closed)],
  );
}
