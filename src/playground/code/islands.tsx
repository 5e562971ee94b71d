/** What stands under the code of a playground, fetched when there is something to say or when a reader opens it. */
import { useState } from 'preact/hooks';
import type { ServiceSpec } from '../../contract/services.ts';
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import type { Edits } from './edits.ts';
import type { FileTreeProps } from './FileTree.tsx';

const load = () => import('./Notices.tsx').then(({ Notices }) => Notices);

export function NoticesPart({ edits }: { readonly edits: Edits }) {
  const { isCopy, linkIsBroken, lessonChanged, changedElsewhere, setAside } = edits;
  const isNothing =
    !isCopy.value &&
    !linkIsBroken.value &&
    !lessonChanged.value &&
    !changedElsewhere.value &&
    setAside.value.length === 0;
  if (isNothing) return null;
  // At once, seen or not: it has to be there before the reader runs anything, and on paper.
  return <WhenSeen load={load} props={{ edits }} name="De melding over deze code" isForPrint />;
}

const loadServices = () => import('./ServiceList.tsx').then(({ ServiceList }) => ServiceList);

/** The outside world, for who changes the code: which addresses there are, and what they answer. */
export function ServicesPart({ services }: { readonly services: readonly ServiceSpec[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="services no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Diensten die je code kan vragen</summary>
      {isOpen && <WhenSeen load={loadServices} props={{ services }} name="De lijst van diensten" />}
    </details>
  );
}

const loadTree = () => import('./FileTree.tsx').then(({ FileTree }) => FileTree);

/** The files of a project: most playgrounds are none. At once, seen or not, since without it the other files can't be reached. */
export function FileTreePart(props: FileTreeProps) {
  return (
    <WhenSeen load={loadTree} props={props} name="De lijst van bestanden" isForPrint>
      <div class="tree">
        {props.paths.map((path) => (
          <span key={path} class="tree__file">
            {path}
          </span>
        ))}
      </div>
    </WhenSeen>
  );
}
