/** Sums about money: a bill, memory, the break-even point, what a limit lets through. */
import { breakEven, monthOf } from '../billing/month.ts';
import { decimal, grouped } from '../kit/numbers.ts';
import { dollarOf } from '../till/prices/euros.ts';
import { tariff } from '../till/prices/lab-tariff.ts';
import { monthUsd } from '../till/prices/server-price.ts';
import { billedMs, billOf, gbSecondsOf, usdOf, whole } from './by-tariff.ts';
import type { Maker } from './maker.ts';

export const MONEY_SUMS: readonly Maker[] = [
  {
    slug: 'je-rekening-lezen',
    name: 'aanroepen-in-dollars',
    make: (random) => {
      const millions = random.pick([2, 3, 5, 8]);
      const usage = { count: millions * 1_000_000, durationMs: 100, memoryMb: 128 };
      const right = usdOf(usage);
      const calls = billOf(usage).lines.find(({ unit }) => unit === 'million-requests');
      const requestsUsd = Number(calls?.amountUsd ?? 0);
      return {
        prompt: `${millions} miljoen aanroepen van 100 ms met 128 MB: wat komt er bij AWS Lambda op de rekening, zonder gratis tegoed?`,
        right,
        why: `De aanroepen kosten ${dollarOf(String(requestsUsd))}, en de ${grouped(gbSecondsOf(usage))} GB-seconden kosten de rest. Samen is dat ${dollarOf(String(right))}.`,
        wrong: [
          { value: requestsUsd, hint: 'Dat zijn alleen de aanroepen. Duur × geheugen komt er nog bij.' },
          { value: right - requestsUsd, hint: 'Dat is alleen duur × geheugen. Elke aanroep kost ook iets.' },
          {
            value: requestsUsd + (right - requestsUsd) * 8,
            hint: 'Je hebt met een hele GB gerekend. Met 128 MB heb je er een achtste van.',
          },
        ],
        show: (value) => dollarOf(value.toFixed(6)),
      };
    },
  },
  {
    slug: 'geheugen-kiezen',
    name: 'wachten-met-meer',
    make: (random) => {
      const times = random.pick([2, 4, 8]);
      const durationMs = random.pick([400, 800, 1_200]);
      const gb = (memoryMb: number) => gbSecondsOf({ durationMs, memoryMb });
      return {
        prompt: `Een functie wacht ${grouped(durationMs)} ms op een ander systeem en rekent bijna niets. Je geeft die functie ${times} keer zoveel geheugen. Hoeveel keer zoveel GB-seconden betaal je?`,
        right: Math.round(gb(128 * times) / gb(128)),
        why: 'Wachten gaat niet sneller met meer geheugen. De duur blijft gelijk, en elke seconde kost meer.',
        wrong: [
          {
            value: 1,
            hint: 'Dat zou zo zijn als de functie ook zoveel sneller klaar was. Wachten gaat niet sneller.',
          },
          {
            value: 1 / times,
            hint: 'Meer geheugen maakt een functie die wacht niet sneller, en dus niet goedkoper.',
          },
          { value: times * times, hint: 'Alleen het geheugen verandert, de duur niet.' },
        ],
        show: (value) => `${value < 1 ? decimal(value, 3).replace(/0+$/, '') : value} keer`,
      };
    },
  },
  {
    slug: 'wanneer-altijd-aan-goedkoper-is',
    name: 'omslagpunt',
    make: (random) => {
      const use = {
        durationMs: random.pick([50, 120, 200]),
        memoryMb: random.pick([128, 256, 512]),
        coldShare: 0,
      };
      const right = breakEven(monthOf(tariff, use, { freeTier: false }), monthUsd) ?? 0;
      const one = usdOf({ count: 1_000_000, durationMs: use.durationMs, memoryMb: use.memoryMb });
      return {
        prompt: `Een miljoen aanroepen van een functie kosten ${dollarOf(one.toFixed(6))}. Onze server kost ${dollarOf(monthUsd)} per maand. Vanaf ongeveer hoeveel aanroepen per maand is de server goedkoper?`,
        right,
        why: 'Deel de prijs van de server door de prijs van één aanroep.',
        wrong: [
          {
            value: right * 10,
            hint: 'Dat is tien keer te veel. Kijk nog eens waar de komma staat in de prijs van één aanroep.',
          },
          {
            value: right / 10,
            hint: 'Dat is tien keer te weinig. Kijk nog eens hoeveel nullen een miljoen heeft.',
          },
          {
            value: 1_000_000 * (right > 900_000 && right < 1_100_000 ? 3 : 1),
            hint: 'Dat is het aantal waarvan je de prijs weet. Reken om naar één aanroep.',
          },
        ],
        show: (value) => `ongeveer ${decimal(value / 1_000_000, 1)} miljoen`,
      };
    },
  },
  {
    slug: 'de-rekening-als-doelwit',
    name: 'grens-per-uur',
    make: (random) => {
      const limit = random.pick([2, 5, 10, 20]);
      const durationMs = random.pick([200, 500, 2_000]);
      const right = (limit * 3_600_000) / durationMs;
      return {
        prompt: `Een aanroep duurt ${grouped(durationMs)} ms, en er mogen er maximaal ${limit} tegelijk. Hoeveel aanroepen kunnen er maximaal draaien in een uur?`,
        right,
        why: `Eén instantie doet er 3.600 / ${decimal(durationMs / 1_000, 1)} = ${grouped(3_600_000 / durationMs)} in een uur, en er werken er ${limit} tegelijk.`,
        wrong: [
          {
            value: 3_600_000 / durationMs,
            hint: 'Dat is het aantal voor één instantie. Hoeveel werken er tegelijk?',
          },
          { value: limit, hint: 'Een instantie is na elke aanroep weer vrij voor de volgende.' },
          { value: right / 60, hint: 'Dat is het aantal in een minuut.' },
        ],
        show: whole('aanroepen'),
      };
    },
  },
  {
    slug: 'betalen-per-gebruik',
    name: 'tien-keer-zo-snel',
    make: (random) => {
      const slowMs = random.pick([100, 200, 400]);
      const faster = random.pick([5, 10, 20]);
      const of = (durationMs: number) => usdOf({ count: 1_000_000, durationMs, memoryMb: 128 });
      const [before, after] = [of(slowMs), of(slowMs / faster)];
      return {
        prompt: `Een miljoen aanroepen van ${slowMs} ms met 128 MB kosten ${dollarOf(before.toFixed(6))}. Je maakt de functie ${faster} keer zo snel. Wat kosten een miljoen aanroepen dan?`,
        right: after,
        why: 'Alleen het deel voor duur × geheugen wordt kleiner. De prijs van de aanroepen zelf blijft gelijk.',
        wrong: [
          {
            value: before / faster,
            hint: 'Dan zou elke cent van de rekening van de tijd afhangen. Voor elke aanroep zelf betaal je ook iets, hoe kort die ook duurt.',
          },
          { value: before, hint: 'Een kortere aanroep kost wel minder: duur × geheugen wordt kleiner.' },
          {
            value: before - after,
            hint: 'Dat is wat je bespaart. Wat blijft er over?',
          },
        ],
        show: (value) => dollarOf(value.toFixed(6)),
      };
    },
  },
  {
    slug: 'wanneer-altijd-aan-goedkoper-is',
    name: 'stappen-naar-rechts',
    make: (random) => {
      const steps = random.whole(2, 5);
      return {
        prompt: `In een grafiek is elke stap naar rechts tien keer zoveel aanroepen. Je gaat ${steps} stappen naar rechts. Hoeveel keer zoveel aanroepen zijn dat?`,
        right: 10 ** steps,
        why: `Bij elke stap vermenigvuldig je opnieuw met tien: ${Array.from({ length: steps }, () => '10').join(' × ')} = ${grouped(10 ** steps)}.`,
        wrong: [
          {
            value: steps,
            hint: 'Zo werkt een gewone as. Op deze as is elke stap tien keer zoveel als de vorige.',
          },
          {
            value: 10 * steps,
            hint: 'Je hebt de stappen opgeteld. Vermenigvuldig bij elke stap opnieuw met tien.',
          },
          { value: 10 ** (steps - 1), hint: 'Dat is één stap te weinig.' },
        ],
        show: (value) => `${grouped(value)} keer`,
      };
    },
  },
  {
    slug: 'wat-kost-het-waar',
    name: 'afronden-op-honderd',
    make: (random) => {
      const durationMs = random.pick([4, 5, 8, 20, 25]);
      return {
        prompt: `Een tarief rondt elke aanroep naar boven af op 100 ms. Jouw functie duurt ${durationMs} ms. Hoeveel keer zoveel tijd betaal je als je gebruikt?`,
        right: 100 / durationMs,
        why: `Je gebruikt ${durationMs} ms en betaalt 100 ms: dat is ${decimal(100 / durationMs, 1).replace(/,0$/, '')} keer zoveel. Hoe korter de functie, hoe zwaarder het afronden weegt.`,
        wrong: [
          {
            value: 1,
            hint: `Afronden scheelt hier juist veel: van ${durationMs} ms wordt 100 ms gemaakt.`,
          },
          { value: 100, hint: 'Dat zijn de milliseconden op de rekening. Deel ze door wat je gebruikt.' },
          { value: 2, hint: 'Naar boven afronden is meer dan verdubbelen, als de functie zo kort is.' },
        ],
        show: (value) => `${decimal(value, Number.isInteger(value) ? 0 : 1)} keer`,
      };
    },
  },
  {
    slug: 'de-rekening-als-doelwit',
    name: 'tot-de-timeout',
    make: (random) => {
      const timeoutS = random.pick([3, 5, 10, 30]);
      const count = random.pick([200, 500, 2_000]);
      const right = billedMs({ count, durationMs: timeoutS * 1_000 }) / 1_000;
      return {
        prompt: `Een aanvaller laat je functie ${grouped(count)} keer vastlopen in een lus zonder einde. De timeout staat op ${timeoutS} seconden. Hoeveel seconden rekentijd betaal je?`,
        right,
        why: `Elke aanroep hield een instantie ${timeoutS} seconden bezet: ${grouped(count)} × ${timeoutS} = ${grouped(right)} seconden. Met een kortere timeout is dat minder.`,
        wrong: [
          {
            value: 0,
            hint: 'Een aanroep die door de timeout stopt, is niet gratis. De instantie was al die tijd bezet.',
          },
          { value: timeoutS, hint: 'Dat is de tijd van één aanroep.' },
          { value: count, hint: 'Dat is het aantal aanroepen. Elke aanroep duurt tot de timeout.' },
        ],
        show: whole('seconden'),
      };
    },
  },
];
