/** The notices about the code of a playground, fetched when there is something to say. */
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import type { Edits } from './edits.ts';

const load = () => import('./Notices.tsx').then(({ Notices }) => Notices);

export function NoticesPart({ edits }: { readonly edits: Edits }) {
  const { isCopy, linkIsBroken, lessonChanged } = edits;
  if (!isCopy.value && !linkIsBroken.value && !lessonChanged.value) return null;
  // At once, seen or not: it has to be there before the reader runs anything, and on paper.
  return <WhenSeen load={load} props={{ edits }} name="De melding over deze code" isForPrint />;
}
