/** Sums about instances: how many start, and what each of them knows. Where traffic decides, the platform answers. */
import { count, decimal, grouped } from '../kit/numbers.ts';
import { ranOn } from './by-platform.ts';
import type { Maker } from './maker.ts';

const DAY_MS = 86_400_000;

export const INSTANCE_SUMS: readonly Maker[] = [
  {
    slug: 'op-vaste-tijden',
    name: 'koud-per-etmaal',
    make: (random) => {
      const minutes = random.pick([5, 10, 15, 20, 30]);
      const { cold } = ranOn({ everyMs: minutes * 60_000, callMs: 200, untilMs: DAY_MS - 1 });
      return {
        prompt: `Een timer roept een functie elke ${minutes} minuten aan, en verder gebruikt niemand die functie. Een instantie verdwijnt na 30 seconden zonder werk. Hoeveel koude starts geeft dat in een etmaal?`,
        right: cold,
        why: `Tussen twee keren is de instantie allang verdwenen. Alle ${cold} aanroepen van een etmaal beginnen dus koud.`,
        wrong: [
          {
            value: 1,
            hint: 'Een timer houdt geen instantie wakker. Na 30 seconden zonder werk is die weg, en de volgende aanroep komt later.',
          },
          { value: 60 / minutes, hint: 'Dat is het aantal in een uur. Een etmaal heeft er 24.' },
          { value: 0, hint: 'Voor de eerste aanroep draait er nog niets, en voor de tweede niets meer.' },
        ],
        show: (value) => count(value, 'koude start', 'koude starts'),
      };
    },
  },
  {
    slug: 'schalen-ook-naar-nul',
    name: 'na-elkaar',
    make: (random) => {
      const calls = random.pick([20, 50, 100, 200]);
      const callMs = random.pick([100, 200, 400]);
      const everyMs = 2 * callMs;
      const { cold } = ranOn({ everyMs, callMs, untilMs: calls * everyMs });
      return {
        prompt: `Er draait nog niets. Elke ${everyMs} ms komt er één aanroep, die ${callMs} ms duurt, tot er ${calls} geweest zijn. Hoeveel instanties start het platform?`,
        right: cold,
        why: 'Elke aanroep is klaar voordat de volgende komt. De instantie van de eerste is dan vrij, en doet ze allemaal.',
        wrong: [
          {
            value: calls,
            hint: 'Een nieuwe instantie komt er alleen als er geen vrij is. Hier is de vorige aanroep altijd al klaar.',
          },
          { value: 2, hint: 'Er is nooit meer dan één aanroep tegelijk bezig.' },
          {
            value: calls / 2,
            hint: 'De helft van de tijd is er niets bezig, maar de instantie blijft staan.',
          },
        ],
        show: (value) => count(value, 'instantie', 'instanties'),
      };
    },
  },
  {
    slug: 'schalen-ook-naar-nul',
    name: 'dubbel-verkeer',
    make: (random) => {
      const perSecond = random.pick([4, 6, 10, 20]);
      const callMs = random.pick([500, 1_000, 2_000]);
      const before = (perSecond * callMs) / 1_000;
      return {
        prompt: `Gemiddeld zijn er ${decimal(before, 0)} aanroepen tegelijk bezig. Dan verdubbelt het verkeer. Tegelijk maak je de functie twee keer zo snel. Hoeveel aanroepen zijn er nu gemiddeld tegelijk bezig?`,
        right: before,
        why: `Volgens de wet van Little tellen het aantal per seconde en de duur allebei: ${2 * perSecond} per seconde × ${decimal(callMs / 2_000, 2)} seconde = ${decimal(before, 0)}. Een kortere functie helpt dus evenveel als een hogere grens.`,
        wrong: [
          {
            value: 2 * before,
            hint: 'Je hebt alleen het verkeer verdubbeld. Ook de duur telt, en die is nu half zo lang.',
          },
          { value: before / 2, hint: 'De duur is gehalveerd, maar het aantal per seconde is verdubbeld.' },
          {
            value: 4 * before,
            hint: 'Een snellere functie is juist eerder klaar, en dan zijn er minder tegelijk bezig.',
          },
        ],
        show: (value) => decimal(value, Number.isInteger(value) ? 0 : 1),
      };
    },
  },
  {
    slug: 'toestand-bewaar-je-ergens-anders',
    name: 'tegelijk-geschreven',
    make: (random) => {
      const stock = random.whole(20, 60);
      const buyers = random.whole(3, 8);
      return {
        prompt: `De voorraad staat in een opslag, op ${stock}. ${buyers} aanroepen lezen dat getal op hetzelfde moment. Elke aanroep trekt er één af en schrijft de uitkomst terug, zonder versienummer. Welk getal staat er daarna?`,
        right: stock - 1,
        why: `Ze lazen allemaal ${stock} en schreven allemaal ${stock - 1}. Er zijn er ${buyers} verkocht, en er ging er één af: de rest zijn verloren updates.`,
        wrong: [
          {
            value: stock - buyers,
            hint: 'Dat zou zo zijn als ze na elkaar lazen. Een opslag alleen voorkomt niet dat de een over de ander heen schrijft.',
          },
          { value: stock, hint: 'Elke aanroep schreef wel iets: één minder dan er gelezen was.' },
          {
            value: stock - buyers + 1,
            hint: 'Niemand las de uitkomst van een ander. Wat schreven ze dan allemaal?',
          },
        ],
        show: grouped,
      };
    },
  },
  {
    slug: 'van-server-naar-functies',
    name: 'eigen-lijst',
    make: (random) => {
      const calls = random.whole(4, 12);
      return {
        prompt: `Een functie bewaart taken in een variabele buiten de handler. Er draait nog niets, en er komen ${calls} taken op precies hetzelfde moment. Ze lukken allemaal. Hoeveel taken staan er op de lijst die je daarna opvraagt?`,
        right: 1,
        why: `Elke aanroep kreeg een eigen instantie, met een eigen lijst van één taak. Je vraag komt bij één van die ${calls} instanties terecht.`,
        wrong: [
          {
            value: calls,
            hint: 'Dat ze lukten, wil niet zeggen dat ze op dezelfde lijst staan. Elke instantie heeft een eigen lijst.',
          },
          { value: 0, hint: 'De instanties leven nog, en op elke lijst staat er een.' },
          { value: calls - 1, hint: 'Er wordt niets overschreven: er zijn gewoon meer lijsten.' },
        ],
        show: (value) => count(value, 'taak', 'taken'),
      };
    },
  },
];
