/** The Dutch words for a WebContainer that is asked for: its stages, what happened to it, and what to do. */
import type { BootStage } from '../../../host/webcontainer/index.ts';
import type { ProblemWords, StartedWords } from '../starter.ts';
import type { ContainerProblem } from './containers.ts';
import { Notice } from './Notice.tsx';

const stageWords: Readonly<Record<BootStage, string>> = {
  client: 'WebContainer ophalen …',
  boot: 'Verbinden met stackblitz.com en de container starten …',
  silent:
    'stackblitz.com geeft nog geen antwoord. Je verbinding is traag, of je netwerk houdt het tegen. Je kunt wachten of stoppen: je code blijft staan.',
  files: 'Bestanden klaarzetten …',
  node: 'Node starten …',
  answer: 'Wachten op het eerste antwoord …',
};

const problems: Readonly<Record<ContainerProblem, ProblemWords>> = {
  CLIENT_UNAVAILABLE: {
    happened: 'De code van WebContainer kon niet laden.',
    advice: 'Controleer je verbinding en laad deze pagina opnieuw.',
    needsReload: true,
  },
  UNREACHABLE: {
    happened: 'stackblitz.com is niet te bereiken, en daar komt WebContainer vandaan.',
    advice:
      'Je netwerk houdt het tegen, of er is een storing. Laad deze pagina opnieuw om het nog eens te proberen.',
    needsReload: true,
    isNetwork: true,
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

/** The README says where each address comes from. */
const addressesToAllow = [
  'stackblitz.com',
  '*.staticblitz.com',
  '*.webcontainer.io',
  '*.webcontainer-api.io',
];

export const panelWords: StartedWords<BootStage, ContainerProblem> = {
  stageWords: (stage) => stageWords[stage],
  problemWords: (code) => problems[code],
  addressesToAllow,
  Notice,
};
