/** Sums about time and numbers of calls: GB-seconds, rounding, cold starts, Little's law, limits, attempts. */
import { decimal, grouped } from '../kit/numbers.ts';
import { billedMs, gbSecondsOf, whole } from './by-tariff.ts';
import type { Maker } from './maker.ts';

export const TIME_SUMS: readonly Maker[] = [
  {
    slug: 'betalen-per-gebruik',
    name: 'gb-seconden',
    make: (random) => {
      const count = random.pick([1_000, 5_000, 20_000, 100_000]);
      const durationMs = random.pick([50, 100, 200, 400, 500]);
      const memoryMb = random.pick([128, 256, 512]);
      const right = gbSecondsOf({ count, durationMs, memoryMb });
      return {
        prompt: `Een functie met ${memoryMb} MB wordt ${grouped(count)} keer aangeroepen en is elke keer ${durationMs} ms bezig. Hoeveel GB-seconden zijn dat?`,
        right,
        why: `${grouped(count)} × ${decimal(durationMs / 1_000, 2)} seconde × ${memoryMb} / 1.024 GB = ${grouped(right)} GB-seconden.`,
        wrong: [
          {
            value: (right * 1_024) / memoryMb,
            hint: 'Dat zijn de seconden. Vermenigvuldig ze nog met het geheugen, in GB.',
          },
          {
            value: right * 10,
            hint: 'Kijk nog eens hoeveel seconden een aantal milliseconden is: je deelt door 1.000.',
          },
          { value: right / 2, hint: 'Een GB is 1.024 MB. Welk deel daarvan heeft deze functie?' },
        ],
        // Not to a whole number: 12,5 is an answer here, and the reason says so.
        show: (value) => `${grouped(value)} GB-seconden`,
      };
    },
  },
  {
    slug: 'betalen-per-gebruik',
    name: 'naar-boven',
    make: (random) => {
      const durationMs = random.whole(11, 98) + random.pick([0.2, 0.4, 0.7]);
      const right = billedMs({ durationMs });
      return {
        prompt: `Een warme aanroep duurt ${decimal(durationMs, 1)} ms. Hoeveel milliseconden staan er bij AWS Lambda op de rekening?`,
        right,
        why: 'AWS rondt naar boven af op een hele milliseconde.',
        wrong: [
          { value: Math.floor(durationMs), hint: 'Er wordt naar boven afgerond, nooit naar beneden.' },
          { value: 100, hint: 'Zo was het tot december 2020. Nu telt elke milliseconde.' },
          { value: right + 1, hint: 'Naar boven, maar niet verder dan de eerstvolgende hele milliseconde.' },
        ],
        show: whole('ms'),
      };
    },
  },
  {
    slug: 'op-vaste-tijden',
    name: 'aanroepen-per-dag',
    make: (random) => {
      const minutes = random.pick([5, 10, 15, 20, 30]);
      const right = (24 * 60) / minutes;
      return {
        prompt: `Een timer roept een functie elke ${minutes} minuten aan. Hoeveel aanroepen zijn dat in een etmaal?`,
        right,
        why: `Een etmaal heeft 1.440 minuten, en 1.440 / ${minutes} = ${right}.`,
        wrong: [
          { value: 60 / minutes, hint: 'Dat is het aantal in een uur.' },
          { value: right / 2, hint: 'Een timer loopt ook ’s nachts: reken met 24 uur.' },
          {
            value: 24 * minutes,
            hint: 'Je hebt vermenigvuldigd. Deel alle minuten van een etmaal door het aantal tussen twee aanroepen.',
          },
        ],
        show: whole('aanroepen'),
      };
    },
  },
  {
    slug: 'koude-en-warme-starts',
    name: 'een-stuk',
    make: (random) => {
      const initMs = random.whole(80, 400) + random.pick([0.3, 0.4, 0.6]);
      const durationMs = random.whole(4, 40) + random.pick([0.2, 0.3, 0.1]);
      const right = billedMs({ initMs, durationMs });
      return {
        prompt: `Een koude aanroep heeft ${decimal(initMs, 1)} ms nodig om op te starten en werkt daarna ${decimal(durationMs, 1)} ms. Hoeveel milliseconden brengt AWS Lambda in rekening?`,
        right,
        why: `Opstarten en werken zijn samen één stuk: ${decimal(initMs + durationMs, 1)} ms, naar boven afgerond.`,
        wrong: [
          {
            value: billedMs({ durationMs }),
            hint: 'Sinds augustus 2025 betaal je bij AWS ook voor het opstarten.',
          },
          {
            value:
              Math.ceil(initMs) +
              Math.ceil(durationMs) +
              (Math.ceil(initMs) + Math.ceil(durationMs) === right ? 1 : 0),
            hint: 'Je hebt elk deel apart afgerond. Het is één stuk, dat één keer wordt afgerond.',
          },
          { value: Math.ceil(initMs), hint: 'Het werk zelf telt ook mee.' },
        ],
        show: whole('ms'),
      };
    },
  },
  {
    slug: 'schalen-ook-naar-nul',
    name: 'little',
    make: (random) => {
      const perSecond = random.pick([6, 8, 12, 20, 40]);
      const durationMs = random.pick([250, 500, 1_500, 2_000]);
      const right = (perSecond * durationMs) / 1_000;
      return {
        prompt: `Er komen gemiddeld ${perSecond} aanroepen per seconde, en elke aanroep duurt ${grouped(durationMs)} ms. Hoeveel aanroepen zijn er gemiddeld tegelijk bezig?`,
        right,
        why: `Dat is de wet van Little: ${perSecond} per seconde × ${decimal(durationMs / 1_000, 2)} seconde = ${grouped(right)}.`,
        wrong: [
          {
            value: (perSecond * 1_000) / durationMs,
            hint: 'Je hebt door de duur gedeeld. Vermenigvuldig er juist mee.',
          },
          {
            value: perSecond + (right === perSecond ? 1 : 0),
            hint: 'Dat klopt alleen als een aanroep precies één seconde duurt.',
          },
          {
            value: right * 1_000,
            hint: 'Je hebt met milliseconden gerekend. Reken de duur eerst om naar seconden.',
          },
        ],
        show: (value) => decimal(value, Number.isInteger(value) ? 0 : 1),
      };
    },
  },
  {
    slug: 'schalen-ook-naar-nul',
    name: 'geweigerd',
    make: (random) => {
      const limit = random.pick([5, 8, 10, 20]);
      const calls = limit + random.whole(11, 40);
      return {
        prompt: `Er staat niets klaar, en ‘Maximaal tegelijk’ staat op ${limit}. Er komen ${calls} aanroepen op precies hetzelfde moment. Hoeveel daarvan staan er op de kassabon?`,
        right: limit,
        why: `Er lukken er ${limit}. De andere ${calls - limit} worden geweigerd met status 429, en daarvoor draaide geen code.`,
        wrong: [
          {
            value: calls,
            hint: 'Voor een geweigerde aanroep draait er niets, en die staat dus niet op de bon.',
          },
          { value: calls - limit, hint: 'Dat is het aantal dat geweigerd wordt.' },
          { value: 0, hint: 'Tot het maximum start het platform voor elke aanroep een instantie.' },
        ],
        show: whole('aanroepen'),
      };
    },
  },
  {
    slug: 'als-het-misgaat',
    name: 'pogingen',
    make: (random) => {
      const messages = random.pick([20, 50, 120, 400]);
      const attempts = 3;
      return {
        prompt: `Een functie mislukt bij elk bericht uit de wachtrij, en het platform doet ${attempts} pogingen per bericht. Er komen ${messages} berichten. Hoeveel aanroepen betaal je?`,
        right: messages * attempts,
        why: `Elke poging draait en kost geld, ook als ze mislukt: ${messages} × ${attempts} = ${grouped(messages * attempts)}.`,
        wrong: [
          { value: 0, hint: 'Ook een mislukte aanroep heeft gedraaid, en staat op de bon.' },
          { value: messages, hint: 'Elk bericht wordt meer dan eens geprobeerd.' },
          { value: messages * (attempts - 1), hint: 'De eerste keer is ook een poging.' },
        ],
        show: whole('aanroepen'),
      };
    },
  },
];
