/**
 * The classroom, without a server. A teacher makes a set (`SetMaker`), which lives in the fragment of a link (`set.ts`), on
 * paper (`SetPrint`) and on a screen (`screen.ts`). A learner makes it (`SetPage`) and hands in one file (`hand-in.ts`).
 * The teacher's browser reads those files, hostile ones included (`read-files.ts`), and runs the work again
 * (`marking.ts`, `Marking`): what a file says of itself is never believed. `requests.ts` shows a school who was asked what.
 *
 * Here are the pages' parts of this folder, fetched when they are seen.
 */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { ListedForSet } from './listed.ts';

export function SetMakerPart(props: { readonly exercises: readonly ListedForSet[] }) {
  const load = () => import('./SetMaker.tsx').then(({ SetMaker }) => SetMaker);
  return <WhenSeen load={load} props={props} name="Het formulier" />;
}

export function SetPart(props: { readonly exercises: readonly ListedForSet[] }) {
  const load = () => import('./SetPage.tsx').then(({ SetPage }) => SetPage);
  return <WhenSeen load={load} props={props} name="De opdracht" />;
}

export function MarkingPart() {
  const load = () => import('./Marking.tsx').then(({ Marking }) => Marking);
  return <WhenSeen load={load} props={{}} name="Het nakijken" />;
}

export function SetPrintPart(props: { readonly exercises: readonly ListedForSet[] }) {
  const load = () => import('./SetPrint.tsx').then(({ SetPrint }) => SetPrint);
  return <WhenSeen load={load} props={props} name="De opdracht" />;
}

export function RequestsPart() {
  const load = () => import('./Requests.tsx').then(({ Requests }) => Requests);
  return <WhenSeen load={load} props={{}} name="De lijst" isForPrint />;
}
