/** The parts of the page of a teacher's own exercise, each fetched when it is seen. */
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import { isShown, shownOwn } from './shown-own.ts';

export function OwnTaskPart() {
  const load = () => import('./own-parts.ts').then(({ OwnTask }) => OwnTask);
  const shown = shownOwn.value;
  return (
    <>
      <h1 id="_top">{isShown(shown) ? shown.title : 'Oefening van je docent'}</h1>
      <WhenSeen load={load} props={{}} name="De oefening" />
    </>
  );
}

/** The bench knows it by this name, and puts it beside the task. */
export function OwnLabPart() {
  const load = () => import('./own-parts.ts').then(({ OwnLab }) => OwnLab);
  return <WhenSeen load={load} props={{}} name="De speeltuin" />;
}
