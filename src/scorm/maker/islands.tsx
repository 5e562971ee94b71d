/** The maker of packages as a part of a page, fetched when it is seen. */
import { WhenSeen } from '../../kit/WhenSeen.tsx';

interface Props {
  /** The address of its style sheet. */
  readonly sheet: string;
}

export function PackageMakerPart(props: Props) {
  const load = () => import('./PackageMaker.tsx').then(({ PackageMaker }) => PackageMaker);
  return <WhenSeen load={load} props={props} name="Het formulier" />;
}
