/** The form of the hour on its page, fetched when it is seen. */
import { WhenSeen } from '../../kit/WhenSeen.tsx';

const load = () => import('./TrialForm.tsx').then(({ TrialForm }) => TrialForm);

export function TrialFormPart({ version }: { readonly version: string }) {
  return <WhenSeen load={load} props={{ version }} name="Het formulier" isForPrint />;
}
