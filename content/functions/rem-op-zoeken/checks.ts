import type { Check, ExerciseLab, Random } from '../../../src/exercises/index.ts';

const search = (woord: string, aanroeper = 'mila') =>
  ['GET', `/zoek?woord=${encodeURIComponent(woord)}`, { headers: { 'x-aanroeper': aanroeper } }] as const;

/** What the service finds today, which nobody can know beforehand. */
function finds(lab: ExerciseLab, what: string): void {
  lab.answers('https://zoek.example', 'GET /woorden/:woord', ({ params }) => [
    `${what} over ${params['woord']}`,
  ]);
}

const words = (random: Random, count: number) => Array.from({ length: count }, () => random.word());

export const checks: readonly Check[] = [
  {
    id: 'zoekt',
    title: 'Een gewoon woord wordt gezocht',
    look: 'Geef het antwoord van `zoek` terug als JSON.',
    passesAtStart: true,
    async run(lab) {
      (await lab.request(...search('kat'))).hasJson(['Alles over kat']);
    },
    fresh(random) {
      const [what = '', ...asked] = words(random, 3);
      return (lab) => {
        finds(lab, what);
        return lab.outcomes(...asked.map((woord) => search(woord)));
      };
    },
  },
  {
    id: 'onzin',
    title: 'Zonder aanroeper, zonder woord of met een te lang woord wordt er niet gezocht',
    look: 'Controleer de header en de lengte voordat je iets anders doet. Precies 50 letters mag.',
    async run(lab) {
      (await lab.request('GET', '/zoek?woord=kat')).hasStatus(401);
      (await lab.request(...search(''))).hasStatus(400);
      (await lab.request(...search('x'.repeat(51)))).hasStatus(400);
      lab.usedExactly(0, 'serviceCalls');
      lab.usedExactly(0, 'kvWrites');
      (await lab.request(...search('x'.repeat(50)))).hasStatus(200);
    },
    fresh(random) {
      const long = random.word(51, 90);
      const fits = random.word(45, 50);
      return async (lab) => {
        const refused = await lab.outcomes(search(long), search(''), ['GET', `/zoek?woord=${fits}`]);
        lab.usedExactly(0, 'serviceCalls');
        // An answer that is kept is no answer for who does not say who he is.
        return [refused, await lab.outcomes(search(fits), ['GET', `/zoek?woord=${fits}`])];
      };
    },
  },
  {
    id: 'drie',
    title: 'De vierde keer is status 429, en een ander mag nog wel',
    look: 'Houd de teller per aanroeper bij in `context.kv`: een instantie kan verdwijnen.',
    async run(lab) {
      for (const woord of ['een', 'twee', 'drie']) (await lab.request(...search(woord))).hasStatus(200);
      (await lab.request(...search('vier'))).hasStatus(429);
      lab.usedExactly(3, 'serviceCalls');
      (await lab.request(...search('vier', 'ali'))).hasStatus(200);
    },
    fresh(random) {
      const [aanroeper = '', other = '', ...asked] = words(random, 7);
      const all = asked.flatMap((woord) => [
        search(woord, aanroeper),
        ...(random.isTrue() ? [search(`${woord}s`, other)] : []),
      ]);
      return async (lab) => {
        const outcomes = await lab.outcomes(...all);
        lab.endInstances();
        outcomes.push(...(await lab.outcomes(search(`${other}s`, aanroeper))));
        return [outcomes, lab.counts.serviceCalls];
      };
    },
  },
  {
    id: 'bewaard',
    title: 'Hetzelfde woord wordt één keer gezocht, en telt maar één keer mee',
    look: 'Kijk naar het bewaarde antwoord voordat je de teller verhoogt.',
    async run(lab) {
      for (let time = 0; time < 5; time += 1) {
        (await lab.request(...search('kat'))).hasJson(['Alles over kat']);
      }
      (await lab.request(...search('hond'))).hasStatus(200);
      lab.usedExactly(2, 'serviceCalls');
    },
    fresh(random) {
      const [what = '', first = '', second = '', aanroeper = '', other = ''] = words(random, 5);
      // The last one is a word that is the name of a caller too.
      const found = [first, second, other];
      const again = random.shuffled(
        found.flatMap((woord) => [search(woord, aanroeper), search(woord, other)]),
      );
      return async (lab) => {
        finds(lab, what);
        const outcomes = await lab.outcomes(...found.map((woord) => search(woord, aanroeper)));
        lab.endInstances();
        outcomes.push(...(await lab.outcomes(search(what, other), ...again)));
        return [outcomes, lab.counts.serviceCalls];
      };
    },
  },
  {
    id: 'schrijven',
    title: 'Geweigerde verzoeken schrijven niets',
    look: 'Verhoog de teller niet voor wie geen beurt meer krijgt.',
    async run(lab) {
      for (const woord of ['een', 'twee', 'drie']) await lab.request(...search(woord));
      lab.countFromHere();
      for (const woord of ['vier', 'vijf', 'zes']) (await lab.request(...search(woord))).hasStatus(429);
      lab.usedExactly(0, 'kvWrites');
    },
    fresh(random) {
      const asked = words(random, 6).map((woord) => search(woord));
      return async (lab) => {
        await lab.outcomes(...asked.slice(0, 3));
        lab.countFromHere();
        const refused = await lab.outcomes(...asked.slice(3), search(''), search('x'.repeat(60)));
        lab.usedExactly(0, 'kvWrites');
        return refused;
      };
    },
  },
];
