import type { Check, ExerciseLab } from '../../../src/exercises/index.ts';

function search(lab: ExerciseLab, woord: string, beller = 'mila') {
  return lab.request('GET', `/zoek?woord=${encodeURIComponent(woord)}`, { headers: { 'x-beller': beller } });
}

export const checks: readonly Check[] = [
  {
    id: 'zoekt',
    title: 'Een gewoon woord wordt gezocht',
    look: 'Geef het antwoord van `zoek` terug als JSON.',
    passesAtStart: true,
    async run(lab) {
      (await search(lab, 'kat')).hasJson(['Alles over kat']);
    },
  },
  {
    id: 'onzin',
    title: 'Zonder beller, zonder woord of met een te lang woord wordt er niet gezocht',
    look: 'Controleer de header en de lengte voordat je iets anders doet. Precies 50 letters mag.',
    async run(lab) {
      (await lab.request('GET', '/zoek?woord=kat')).hasStatus(401);
      (await search(lab, '')).hasStatus(400);
      (await search(lab, 'x'.repeat(51))).hasStatus(400);
      lab.usedExactly(0, 'serviceCalls');
      lab.usedExactly(0, 'kvWrites');
      (await search(lab, 'x'.repeat(50))).hasStatus(200);
    },
  },
  {
    id: 'drie',
    title: 'De vierde keer is status 429, en een ander mag nog wel',
    look: 'Houd de teller bij per beller.',
    async run(lab) {
      for (const woord of ['een', 'twee', 'drie']) (await search(lab, woord)).hasStatus(200);
      (await search(lab, 'vier')).hasStatus(429);
      lab.usedExactly(3, 'serviceCalls');
      (await search(lab, 'vier', 'ali')).hasStatus(200);
    },
  },
  {
    id: 'bewaard',
    title: 'Hetzelfde woord wordt één keer gezocht, en telt maar één keer mee',
    look: 'Kijk naar het bewaarde antwoord voordat je de teller verhoogt.',
    async run(lab) {
      for (let time = 0; time < 5; time += 1) (await search(lab, 'kat')).hasJson(['Alles over kat']);
      (await search(lab, 'hond')).hasStatus(200);
      lab.usedExactly(2, 'serviceCalls');
    },
  },
  {
    id: 'schrijven',
    title: 'Geweigerde verzoeken schrijven niets',
    look: 'Verhoog de teller niet voor wie geen beurt meer krijgt.',
    async run(lab) {
      for (const woord of ['een', 'twee', 'drie']) await search(lab, woord);
      lab.countFromHere();
      for (const woord of ['vier', 'vijf', 'zes']) (await search(lab, woord)).hasStatus(429);
      lab.usedExactly(0, 'kvWrites');
    },
  },
];
