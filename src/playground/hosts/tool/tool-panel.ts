/** The Dutch words for Node behind the tool that is asked for: how it starts, what happened to it, and what to do. */
import type { StartedWords } from '../starter.ts';
import { Differences } from './OnThisComputer.tsx';
import type { ToolStage } from './tool-host.ts';

export type ToolProblem =
  /** It never answered. */
  | 'SILENT'
  /** It was there, and then it was not. */
  | 'LOST';

const problems = {
  SILENT: { happened: 'Node gaf geen antwoord.', advice: 'Probeer het opnieuw.' },
  LOST: {
    happened: 'De lijn met functielab is weg. Wat in Node draaide, is gestopt.',
    advice: 'Kijk in de terminal of het nog draait, en probeer het opnieuw.',
  },
} as const;

export const panelWords: StartedWords<ToolStage, ToolProblem> = {
  stageWords: () => 'Node op je computer klaarzetten …',
  problemWords: (code) => problems[code],
  addressesToAllow: [],
  Notice: Differences,
};
