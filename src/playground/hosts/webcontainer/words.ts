/** The Dutch words for what stands in the way of a WebContainer: a page says so before anybody asks for one. */
import type { Obstacle } from '../../../host/webcontainer/index.ts';

/** After "WebContainer kan hier niet: …". */
export const obstacles: Readonly<Record<Obstacle, string>> = {
  IPHONE: 'op een iPhone loopt dit tabblad ervan vast. Gebruik een computer.',
  IN_FRAME:
    'deze les staat in een andere site, bijvoorbeeld je leeromgeving. Open de les in een eigen tabblad.',
  NOT_ISOLATED: 'op deze site staat het uit.',
  OLD_BROWSER: 'je browser is te oud. Werk hem bij, of gebruik een recente Chrome, Edge of Firefox.',
  OFFLINE: 'je bent offline, en WebContainer komt van het internet.',
};

/** For a playground that can do nothing without it. */
export const withoutNode =
  'Zonder WebContainer kun je de code hier lezen en veranderen, en met Neem mee of Download als zip op je eigen computer draaien.';
