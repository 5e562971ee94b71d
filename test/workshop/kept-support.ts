/** A device without a browser: what is kept on it is there for each of its tabs, and for the next. */
import { type Cupboard, cupboardInMemory } from '../../src/workshop/kept/cupboard.ts';
import { KeptWorkplacesModel } from '../../src/workshop/kept/kept-workplaces.ts';

export const FILES = [
  { path: 'a.js', text: 'één' },
  { path: 'functielab.json', text: '{}' },
];
export const PATHS = FILES.map(({ path }) => path);

export function device() {
  const cupboard = cupboardInMemory();
  const tabs = new Set<() => void>();
  const forgotten: string[] = [];
  let clockMs = 1_000;
  let ids = 0;
  /** @param own in the place of the device's: one that fails */
  const openTab = (own: () => Promise<Cupboard> = async () => cupboard) => {
    let mine = () => {};
    return new KeptWorkplacesModel({
      openCupboard: own,
      nowMs: () => {
        clockMs += 1;
        return clockMs;
      },
      newId: () => {
        ids += 1;
        return String(ids);
      },
      tellOthers: () => {
        for (const look of tabs) if (look !== mine) look();
      },
      onToldByOthers: (look) => {
        mine = look;
        tabs.add(look);
      },
      forgetStores: async (id) => {
        forgotten.push(id);
      },
    });
  };
  const passHour = () => {
    clockMs += 60 * 60 * 1_000;
  };
  return { cupboard, openTab, forgotten, passHour };
}
