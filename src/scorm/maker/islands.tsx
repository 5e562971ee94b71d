/** The maker of packages as a part of a page, fetched when it is seen. */
import { WhenSeen } from '../../kit/WhenSeen.tsx';

export function PackageMakerPart() {
  const load = () => import('./PackageMaker.tsx').then(({ PackageMaker }) => PackageMaker);
  return <WhenSeen load={load} props={{}} name="Het formulier" />;
}
