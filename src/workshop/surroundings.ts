/** What the models of this room need of a browser. */
import type { KeptWorkplaces, Surroundings } from './kept/kept-workplaces.ts';
import type { WorkshopParts } from './workshop-model.ts';

const CHANNEL = 'functielab-werkplaats';
const ID_BYTES = 8;

/** Made when it is first used: a page that is built has none. */
let channel: BroadcastChannel | null = null;
const talk = () => {
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
};

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) => (byte % 36).toString(36)).join('');

export const browserSurroundings: Surroundings = {
  openCupboard: () => import('./kept/indexed-cupboard.ts').then(({ openCupboard }) => openCupboard()),
  nowMs: () => Date.now(),
  newId,
  tellOthers: () => {
    talk().postMessage('changed');
  },
  onToldByOthers: (look) => talk().addEventListener('message', look),
  forgetStores: (id) =>
    import('../playground/model/saved-stores.ts').then(({ forgetStores }) => forgetStores(id)),
};

export const workshopParts = (kept: KeptWorkplaces): WorkshopParts => ({
  kept,
  newId,
  claim: (name) => import('../kit/tabs/claim.ts').then(({ claim }) => claim(name)),
  goTo: (fragment) => {
    const address = `${location.pathname}${location.search}${fragment ?? ''}`;
    if (location.hash !== (fragment ?? '')) history.pushState(history.state, '', address);
  },
});
