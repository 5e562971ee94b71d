/**
 * Node on the reader's own computer, behind the tool (`src/tool/`): a row of the table of hosts, which only the tool's own page can start.
 * That page brings the starter; here are the words. Only the table and its panels import this folder. Begin here.
 */
import type { Started } from '../starter.ts';
import { Differences } from './OnThisComputer.tsx';

export type ToolObstacle =
  /** Nobody is at the other end of the line. */
  | 'NOT_CONNECTED'
  /** What stands in the editor is not what stands in the folder. */
  | 'EDITED'
  /** So with the environment. */
  | 'OTHER_ENVIRONMENT';
export type ToolStage = 'line';

/** After "Node kan hier niet: …". */
const obstacles: Readonly<Record<ToolObstacle, string>> = {
  NOT_CONNECTED: 'functielab antwoordt niet.',
  EDITED:
    'je hebt hier iets veranderd, en Node draait alleen wat in je map staat. Bewaar het daar, of zet terug wat in de map staat.',
  OTHER_ENVIRONMENT:
    'de omgevingsvariabelen zijn hier anders dan in functielab.json. Zet ze daar, of hier terug.',
};

export const started: Started<ToolObstacle, ToolStage> = {
  obstacleWords: (code) => obstacles[code],
  needsNetwork: () => false,
  stages: ['line'],
  without: 'Start functielab opnieuw in een terminal.',
  Differences,
};
