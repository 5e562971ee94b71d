/** The Dutch words for a WebContainer: what stands in the way, what happened, and what to do. */
import type { BootStage, Obstacle } from '../../../host/webcontainer/index.ts';
import type { ProblemWords } from '../starter.ts';
import type { ContainerProblem } from './containers.ts';

/** After "WebContainer kan hier niet: …". */
export const obstacles: Readonly<Record<Obstacle, string>> = {
  IPHONE: 'op een iPhone loopt dit tabblad ervan vast. Gebruik een computer.',
  IN_FRAME:
    'deze les staat in een andere site, bijvoorbeeld je leeromgeving. Open de les in een eigen tabblad.',
  NOT_ISOLATED: 'op deze site staat het uit.',
  OLD_BROWSER: 'je browser is te oud. Werk hem bij, of gebruik een recente Chrome, Edge of Firefox.',
  OFFLINE: 'je bent offline, en WebContainer komt van het internet.',
};

export const stageWords: Readonly<Record<BootStage, string>> = {
  client: 'WebContainer ophalen …',
  boot: 'Verbinden met stackblitz.com en de container starten …',
  files: 'Bestanden klaarzetten …',
  node: 'Node starten …',
  answer: 'Wachten op het eerste antwoord …',
};

export const problems: Readonly<Record<ContainerProblem, ProblemWords>> = {
  CLIENT_UNAVAILABLE: {
    happened: 'De code van WebContainer kon niet laden.',
    advice: 'Controleer je verbinding en laad deze pagina opnieuw.',
    needsReload: true,
  },
  OTHER_TAB: {
    happened: 'In een ander tabblad draait al een WebContainer, en een browser kan er maar één goed aan.',
    advice: 'Sluit dat tabblad, of ga daar verder. Probeer het daarna opnieuw.',
  },
  BOOT_TIMEOUT: {
    happened: 'WebContainer gaf te lang geen antwoord.',
    advice:
      'Je verbinding is traag, of je netwerk houdt het tegen. Laad deze pagina opnieuw om het nog eens te proberen.',
    needsReload: true,
    isNetwork: true,
  },
  BOOT_FAILED: {
    happened: 'WebContainer kon niet starten.',
    advice: 'Probeer het opnieuw. Lukt het weer niet, laad dan deze pagina opnieuw.',
    isNetwork: true,
  },
  NODE_FAILED: {
    happened: 'WebContainer startte wel, maar Node erin niet.',
    advice: 'Misschien is het geheugen vol. Sluit andere tabbladen en probeer het opnieuw.',
  },
  LOST: {
    happened: 'WebContainer reageert niet meer. Wat erin draaide, is gestopt.',
    advice: 'Misschien was het geheugen vol. Probeer het opnieuw, of ga verder in de browser.',
  },
  CANCELLED: { happened: 'Je hebt het starten gestopt.', advice: 'Probeer het opnieuw als je wilt.' },
};

/** What a school has to allow; the README says where each address comes from. */
export const addressesToAllow = [
  'stackblitz.com',
  '*.staticblitz.com',
  '*.webcontainer.io',
  '*.webcontainer-api.io',
];

/** For a playground that can do nothing without it. */
export const withoutNode =
  'Zonder WebContainer kun je de code hier lezen en veranderen, en met Download als zip op je eigen computer draaien.';
