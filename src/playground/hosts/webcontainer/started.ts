/**
 * The WebContainer as a row of the table of hosts: how it is started, and what a reader is told of it.
 *
 * This folder is all that the playground has for it: the page's one container (`containers.ts`), npm before a run
 * (`install.ts`), what a program prints (`printed-lines.ts`), a shell and a preview. Only the table, the model and the two
 * playgrounds with real Node import it. Begin at `containers.ts`.
 */
import type { BootStage, Obstacle } from '../../../host/webcontainer/index.ts';
import { stages } from '../../../host/webcontainer/stages.ts';
import type { SiteSettings, Started, Starter } from '../starter.ts';
import { ContainersModel } from './containers.ts';
import { Differences } from './Differences.tsx';
import { obstacles, withoutNode } from './words.ts';

const load = () => import('../../../host/webcontainer/index.ts');

interface StartedBySite extends Started<Obstacle, BootStage> {
  starter(settings: SiteSettings): Starter;
}

export const started: StartedBySite = {
  starter: (settings) => new ContainersModel({ load, ...settings }),
  obstacleWords: (code) => obstacles[code],
  needsNetwork: (code) => code === 'OFFLINE',
  stages,
  without: withoutNode,
  Differences,
};
