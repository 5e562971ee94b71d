/** The classroom's parts of pages, each fetched when it is seen. */

import type { ListedForSet } from '../exercises/list.ts';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { MarkingPageProps } from './MarkingPage.tsx';

export function SetMakerPart(props: { readonly exercises: readonly ListedForSet[]; readonly sheet: string }) {
  const load = () => import('./set-maker/SetMaker.tsx').then(({ SetMaker }) => SetMaker);
  return <WhenSeen load={load} props={props} name="Het formulier" />;
}

export function SetPart(props: { readonly exercises: readonly ListedForSet[] }) {
  const load = () => import('./sets/SetPage.tsx').then(({ SetPage }) => SetPage);
  return <WhenSeen load={load} props={props} name="De reeks" />;
}

export function MarkingPart(props: MarkingPageProps) {
  const load = () => import('./MarkingPage.tsx').then(({ MarkingPage }) => MarkingPage);
  return <WhenSeen load={load} props={props} name="Het nakijken" />;
}

export function SetPrintPart(props: { readonly exercises: readonly ListedForSet[] }) {
  const load = () => import('./sets/SetPrint.tsx').then(({ SetPrint }) => SetPrint);
  return <WhenSeen load={load} props={props} name="De reeks" />;
}

export function RequestsPart() {
  const load = () => import('./Requests.tsx').then(({ Requests }) => Requests);
  return <WhenSeen load={load} props={{}} name="De lijst" isForPrint />;
}
