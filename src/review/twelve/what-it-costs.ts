/** The six of the twelve that are about money: what is billed, what it comes to, and what stops it. */
import { decimal, grouped } from '../../kit/numbers.ts';
import { dollarOf } from '../../till/prices/euros.ts';
import { monthUsd } from '../../till/prices/server-price.ts';
import { billedMs, billOf, usdOf, whole } from '../by-tariff.ts';
import { inTwoForms, type Misconception } from './two-forms.ts';

const inMs = whole('ms');
const upTo = (step: number, ms: number) => Math.ceil(ms / step) * step;
/** In words, as far as the twelve need them. */
const TIMES: Readonly<Record<number, string>> = { 2: 'twee', 4: 'vier' };
const PART: Readonly<Record<number, string>> = { 2: 'de helft', 4: 'een kwart' };

export const WHAT_IT_COSTS: readonly Misconception[] = [
  inTwoForms(
    'wachten-is-gratis',
    'betalen-per-gebruik',
    ({ worksMs, waitsMs }) => {
      const durationMs = worksMs + waitsMs;
      return {
        prompt: `Een warme aanroep rekent ${worksMs} ms, en wacht daarnaast ${waitsMs} ms op een database. Hoeveel milliseconden brengt AWS Lambda in rekening?`,
        right: inMs(billedMs({ durationMs })),
        why: 'De aanroep loopt nog terwijl de functie wacht, en zolang houdt die de instantie bezet. Alleen tussen twee aanroepen betaal je niets.',
        wrong: [
          {
            text: inMs(billedMs({ durationMs: worksMs })),
            belief: 'wachten-is-gratis',
            reason:
              'Bij AWS Lambda telt de hele duur van de aanroep, ook het wachten. Er zijn providers die alleen de processortijd tellen.',
          },
          {
            text: inMs(upTo(100, durationMs)),
            belief: 'per-honderd-ms',
            reason: 'Zo was het bij AWS tot december 2020. Nu telt elke milliseconde.',
          },
          {
            text: inMs(upTo(1_000, durationMs)),
            belief: 'per-hele-seconde',
            reason: 'AWS Lambda rondt naar boven af op een milliseconde, en niet op een seconde.',
          },
        ],
      };
    },
    { worksMs: 35, waitsMs: 480 },
    { worksMs: 20, waitsMs: 630 },
  ),
  inTwoForms(
    'mislukt-is-gratis',
    'als-het-misgaat',
    ({ timeoutSeconds, cause }) => ({
      prompt: `${cause} De timeout staat op ${timeoutSeconds} seconden. Wat brengt AWS Lambda voor deze aanroep in rekening?`,
      right: `De aanroep, en ${inMs(billedMs({ durationMs: timeoutSeconds * 1_000 }))} rekentijd.`,
      why: 'Na de timeout stopt het platform de aanroep. De tijd tot dat moment heeft een computer voor jou gewerkt, en die staat op de rekening.',
      wrong: [
        {
          text: 'Niets, want de aanroep is mislukt.',
          belief: 'mislukt-is-gratis',
          reason:
            'Ook een mislukte aanroep heeft gedraaid. Alleen wat geweigerd is, staat niet op de rekening.',
        },
        {
          text: 'Alleen de aanroep, want er kwam geen antwoord.',
          belief: 'zonder-antwoord-geen-tijd',
          reason: 'De tijd telt vanaf het begin van de aanroep, of er nu een antwoord komt of niet.',
        },
        {
          text: 'De aanroep, en alle rekentijd tot iemand de functie uitzet.',
          belief: 'lus-loopt-door',
          reason: `Daar is de timeout voor: na ${timeoutSeconds} seconden stopt het platform de aanroep.`,
        },
      ],
    }),
    { timeoutSeconds: 3, cause: 'Een functie zit vast in een lus zonder einde.' },
    { timeoutSeconds: 10, cause: 'Een functie wacht op een dienst die nooit antwoordt.' },
  ),
  inTwoForms(
    'nul-na-afronden',
    'je-rekening-lezen',
    ({ millions, durationMs }) => {
      const one = { durationMs, memoryMb: 128 };
      const all = { ...one, count: millions * 1_000_000 };
      const requestsOf = (usage: typeof one & { readonly count?: number }) =>
        Number(billOf(usage).lines.find(({ unit }) => unit === 'million-requests')?.amountUsd ?? 0);
      const tiny = (usd: number) => dollarOf(usd.toFixed(12), 9);
      return {
        prompt: `Een functie met 128 MB is ${durationMs} ms bezig. Eén aanroep kost bij AWS Lambda ${tiny(requestsOf(one))}, en de rekentijd van die aanroep ${tiny(usdOf(one) - requestsOf(one))}. Wat kosten ${millions} miljoen van zulke aanroepen, zonder gratis tegoed?`,
        right: dollarOf(usdOf(all).toFixed(6)),
        why: 'Eerst tel je alles op, en pas daarna rond je af op centen. Een bedrag dat te klein lijkt om te tellen, telt bij miljoenen aanroepen wel.',
        wrong: [
          {
            text: dollarOf('0'),
            belief: 'nul-na-afronden',
            reason: 'Er wordt pas aan het eind afgerond, en niet bij elke aanroep.',
          },
          {
            text: dollarOf(String(millions * 10_000)),
            belief: 'een-cent-per-aanroep',
            reason: 'Dan zou elke aanroep een cent kosten. Zo vroeg rondt geen provider af.',
          },
          {
            text: dollarOf(requestsOf(all).toFixed(6)),
            belief: 'alleen-de-aanroep',
            reason: 'Dat zijn alleen de aanroepen. Duur × geheugen komt er nog bij.',
          },
        ],
      };
    },
    { millions: 3, durationMs: 100 },
    { millions: 5, durationMs: 200 },
  ),
  inTwoForms(
    'meer-geheugen-is-duurder',
    'geheugen-kiezen',
    ({ times, memoryMb, seconds }) => ({
      prompt: `Een functie doet niets anders dan rekenen, en is met ${memoryMb} MB ${seconds} seconden bezig. Je geeft die functie ${TIMES[times]} keer zoveel geheugen. Bij AWS krijgt ze dan ook ${TIMES[times]} keer zoveel rekenkracht. Wat gebeurt er met de prijs van de rekentijd?`,
      right: 'Die blijft ongeveer gelijk, want de functie is zoveel sneller klaar.',
      why: `Je betaalt duur × geheugen. Het geheugen wordt ${TIMES[times]} keer zo groot, en de functie is nog maar ${PART[times]} van de tijd bezig.`,
      wrong: [
        {
          text: `Die wordt ${TIMES[times]} keer zo hoog, want geheugen kost geld.`,
          belief: 'meer-geheugen-is-duurder',
          reason: 'Een seconde kost meer, maar de functie heeft minder seconden nodig.',
        },
        {
          text: `Die wordt ${PART[times]} van wat die was, want de functie is sneller klaar.`,
          belief: 'sneller-is-goedkoper',
          reason: 'De duur wordt korter, maar elke seconde kost met meer geheugen ook meer.',
        },
        {
          text: 'Die blijft precies gelijk, want het extra geheugen wordt niet gebruikt.',
          belief: 'betalen-voor-gebruikt',
          reason:
            'Je betaalt voor het geheugen dat je kiest, ook als de functie het niet gebruikt. De prijs blijft gelijk doordat de functie sneller klaar is.',
        },
      ],
    }),
    { times: 2, memoryMb: 512, seconds: 4 },
    { times: 4, memoryMb: 256, seconds: 6 },
  ),
  inTwoForms(
    'altijd-goedkoper',
    'wanneer-altijd-aan-goedkoper-is',
    ({ millions, durationMs, memoryMb }) => {
      const functionUsd = usdOf({ count: millions * 1_000_000, durationMs, memoryMb });
      return {
        prompt: `Een functie met ${memoryMb} MB wordt elke maand ${millions} miljoen keer aangeroepen, mooi verdeeld over dag en nacht, en is elke keer ${durationMs} ms bezig. Een kleine server die dat ook aankan, kost ${dollarOf(monthUsd)} per maand. Wat is goedkoper?`,
        right: `De server, want bij zoveel aanroepen kost de functie ${dollarOf(functionUsd.toFixed(6))}.`,
        why: 'Betalen per gebruik is goedkoop zolang er weinig gebeurt. Voorbij het omslagpunt is een server goedkoper, en waar dat ligt, hangt af van het werk.',
        wrong: [
          {
            text: 'De functie, want die kost niets als er niemand komt.',
            belief: 'altijd-goedkoper',
            reason: `Dat klopt, maar hier komt er altijd iemand: ${decimal((millions * 1_000_000) / (30 * 86_400), 0)} keer per seconde, dag en nacht.`,
          },
          {
            text: 'De server, want een vast bedrag is altijd goedkoper.',
            belief: 'server-altijd-goedkoper',
            reason:
              'Hier wint de server, maar niet altijd. Met duizend aanroepen per maand kost de functie bijna niets.',
          },
          {
            text: 'Dat maakt niet uit, want het werk is hetzelfde.',
            belief: 'werk-is-werk',
            reason:
              'Bij een server betaal je ook voor het wachten, en bij een functie een hogere prijs per seconde werk.',
          },
        ],
      };
    },
    { millions: 30, durationMs: 120, memoryMb: 512 },
    { millions: 50, durationMs: 80, memoryMb: 512 },
  ),
  inTwoForms(
    'budget-stopt',
    'de-rekening-als-doelwit',
    ({ budgetUsd, attack }) => ({
      prompt: `Je stelt bij AWS een budget in van ${dollarOf(String(budgetUsd), 0)} per maand. ${attack} De rekening gaat ver over dat bedrag heen. Wat doet het budget?`,
      right: 'Het stuurt een bericht, soms pas uren later, en de functie draait door.',
      why: 'Een budget is een rookmelder en geen rem. Remmen zijn een grens op het aantal instanties, een korte timeout en een sleutel.',
      wrong: [
        {
          text: 'Het zet de functie uit zodra het bedrag bereikt is.',
          belief: 'budget-stopt',
          reason: 'Een budget telt alleen, en dat nog met uren vertraging. Uitzetten moet je zelf regelen.',
        },
        {
          text: 'Niets, want zulke aanroepen komen niet op jouw rekening.',
          belief: 'misbruik-betaal-je-niet',
          reason:
            'Elke aanroep die draait, staat op de rekening van wie de functie heeft, wie er ook aanroept.',
        },
        {
          text: 'Het houdt vanaf dan de aanroepen tegen die niet van echte klanten komen.',
          belief: 'provider-herkent-misbruik',
          reason: 'Een budget ziet alleen bedragen, en kan geen klant van een aanvaller onderscheiden.',
        },
      ],
    }),
    {
      budgetUsd: 10,
      attack: `'s Nachts roept iemand je functie ${grouped(50)} miljoen keer aan om je te pesten.`,
    },
    {
      budgetUsd: 25,
      attack: 'In het weekend blijft het programma van een ander door een fout steeds opnieuw proberen.',
    },
  ),
];
