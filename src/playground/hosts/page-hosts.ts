/** The hosts of this page that have to be started, with the settings that the site was built with. */
import { WEBCONTAINER_API_KEY, WEBCONTAINER_COEP } from 'astro:env/client';
import { startersWith } from './table.ts';

export const pageHosts = startersWith({ apiKey: WEBCONTAINER_API_KEY, coep: WEBCONTAINER_COEP });

let isWatching = false;

/** Called by every playground of the page once it is in a browser. */
export function watchSurroundings(): void {
  if (isWatching) return;
  isWatching = true;
  const look = () => {
    for (const starter of Object.values(pageHosts)) starter.look();
  };
  look();
  addEventListener('online', look);
  addEventListener('offline', look);
}
