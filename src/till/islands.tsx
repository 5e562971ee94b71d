/** The parts of the till as a page has them: each is fetched when it is seen. */
import { WhenSeen } from '../kit/WhenSeen.tsx';

export function OwnLogsPart() {
  const load = () => import('./own-logs/OwnLogs.tsx').then(({ OwnLogs }) => OwnLogs);
  return <WhenSeen load={load} props={{}} name="Het invulveld" />;
}
