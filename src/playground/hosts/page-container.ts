/** The container of this page, with the settings that the site was built with. */
import { WEBCONTAINER_API_KEY, WEBCONTAINER_COEP } from 'astro:env/client';
import { obstacleTo } from '../../host/webcontainer/support.ts';
import { ContainersModel } from './containers.ts';

export const pageContainer = new ContainersModel({
  load: () => import('../../host/webcontainer/index.ts'),
  apiKey: WEBCONTAINER_API_KEY,
  coep: WEBCONTAINER_COEP,
});

let isWatching = false;

/** Called by every playground of the page once it is in a browser. */
export function watchSurroundings(): void {
  if (isWatching) return;
  isWatching = true;
  const look = () => pageContainer.look(obstacleTo());
  look();
  addEventListener('online', look);
  addEventListener('offline', look);
}
