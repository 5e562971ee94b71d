/** The files of a project as a tree: arrow keys walk through it, as in an editor. */
import { useRef, useState } from 'preact/hooks';

export interface FileTreeProps {
  readonly paths: readonly string[];
  readonly current: string;
  readonly onPick: (path: string) => void;
  /** Says of a file what there is to say: changed, only to read. */
  readonly noteOf: (path: string) => string | null;
}

export function FileTree({ paths, current, onPick, noteOf }: FileTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState(current);
  const list = useRef<HTMLDivElement>(null);
  const tree = treeOf(paths);
  const visible = visibleNodes(tree, closed);

  function focus(path: string): void {
    setFocused(path);
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }

  function toggle(path: string, isOpen: boolean): void {
    const next = new Set(closed);
    if (isOpen) next.delete(path);
    else next.add(path);
    setClosed(next);
  }

  function onClick({ target }: MouseEvent): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role="treeitem"]') : null;
    const node = visible.find(({ path }) => path === item?.dataset['path']);
    if (node) activate(node);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = visible.findIndex(({ path }) => path === focused);
    const here = visible[at];
    if (here === undefined) return;
    const isOpen = !closed.has(here.path);
    const parent = here.path.split('/').slice(0, -1).join('/');
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(visible[Math.min(at + 1, visible.length - 1)]?.path ?? focused),
      ArrowUp: () => focus(visible[Math.max(at - 1, 0)]?.path ?? focused),
      Home: () => focus(visible[0]?.path ?? focused),
      End: () => focus(visible.at(-1)?.path ?? focused),
      ArrowRight: () => {
        if (here.children === null) return;
        if (!isOpen) toggle(here.path, true);
        else focus(here.children[0]?.path ?? focused);
      },
      ArrowLeft: () => {
        if (here.children !== null && isOpen) toggle(here.path, false);
        else if (parent !== '') focus(parent);
      },
      Enter: () => activate(here),
      ' ': () => activate(here),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  function activate(node: TreeNode): void {
    setFocused(node.path);
    if (node.children === null) onPick(node.path);
    else toggle(node.path, closed.has(node.path));
  }

  // The file that is open keeps its place in the order of Tab when the tree has not been walked through.
  const tabStop = visible.some(({ path }) => path === focused) ? focused : visible[0]?.path;

  const items = (nodes: readonly TreeNode[]) =>
    nodes.map((node) => {
      const { path, name, children } = node;
      const isOpen = children !== null && !closed.has(path);
      const note = children === null ? noteOf(path) : null;
      return (
        <div
          key={path}
          role="treeitem"
          data-path={path}
          aria-selected={path === current}
          aria-expanded={children === null ? undefined : isOpen}
          aria-label={note === null ? name : `${name}, ${note}`}
          tabIndex={path === tabStop ? 0 : -1}
        >
          <span class={children === null ? 'tree__file' : 'tree__folder'} aria-hidden="true">
            {name}
            {note !== null && (
              <>
                {' '}
                <small>{note}</small>
              </>
            )}
          </span>
          {isOpen && <div role="group">{items(children)}</div>}
        </div>
      );
    });

  return (
    <div ref={list} class="tree" role="tree" aria-label="Bestanden" onClick={onClick} onKeyDown={onKeyDown}>
      {items(tree)}
    </div>
  );
}

export interface TreeNode {
  readonly path: string;
  readonly name: string;
  /** Null for a file. */
  readonly children: readonly TreeNode[] | null;
}

/** In the order in which the paths came: a lesson puts first what is to be read first. */
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
