/**
 * The page of marking: the marking itself, and what the other rooms of the classroom make of it. It stands here and not in
 * `marking/`, so that those rooms may know the marking without the marking knowing them.
 */
import { Marking, type MarkingPart } from './marking/Marking.tsx';

/** Tabs beside the table: what the class did not understand, what goes to the school. */
const PARTS: readonly MarkingPart[] = [];

export function MarkingPage() {
  return <Marking parts={PARTS} above={() => null} />;
}
