/**
 * The WebContainer as a row of the table of hosts: how it is started, and what a reader is told of it.
 *
 * This folder is all that the playground has for it: the page's one container (`containers.ts`), npm before a run
 * (`install.ts`), what a program prints (`printed-lines.ts`), a shell and a preview. Only the table, the model and the two
 * playgrounds with real Node import it. Begin at `containers.ts`.
 */
import type { BootStage, Obstacle } from '../../../host/webcontainer/index.ts';
import { stages } from '../../../host/webcontainer/stages.ts';
import type { Started } from '../starter.ts';
import { type ContainerProblem, ContainersModel } from './containers.ts';
import { Differences } from './Differences.tsx';
import { Notice } from './Notice.tsx';
import { addressesToAllow, obstacles, problems, stageWords, withoutNode } from './words.ts';

const load = () => import('../../../host/webcontainer/index.ts');

export const started: Started<Obstacle, BootStage, ContainerProblem> = {
  starter: (settings) => new ContainersModel({ load, ...settings }),
  obstacleWords: (code) => obstacles[code],
  needsNetwork: (code) => code === 'OFFLINE',
  stages,
  stageWords: (stage) => stageWords[stage],
  problemWords: (code) => problems[code],
  addressesToAllow,
  without: withoutNode,
  Notice,
  Differences,
};
