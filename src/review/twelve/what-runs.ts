/** The six of the twelve that are about what runs, where, how often, and what it still knows. */
import { grouped } from '../../kit/numbers.ts';
import { inTwoForms, type Misconception } from './two-forms.ts';

export const WHAT_RUNS: readonly Misconception[] = [
  inTwoForms(
    'geen-servers',
    'wat-zijn-serverless-functions',
    ({ who, visitor }) => ({
      prompt: `${who} zet een programma om naar een serverless function. Op welke computer draait de code daarna?`,
      right: 'Op een computer van de provider, die het platform bij een aanroep uitkiest.',
      why: 'Er zijn nog altijd servers. Alleen zoekt, start en onderhoudt iemand anders ze.',
      wrong: [
        {
          text: 'Op geen enkele: een functie heeft geen server meer nodig.',
          belief: 'geen-servers',
          reason: 'Code draait altijd op een computer. Serverless zegt alleen dat jij die niet regelt.',
        },
        {
          text: 'Op één gehuurde computer, die dag en nacht klaarstaat.',
          belief: 'eigen-server',
          reason:
            'Er staat niet één vaste computer klaar. Het platform zoekt bij een aanroep een plek, en ruimt die na een tijd van stilte weer op.',
        },
        {
          text: `In de browser van ${visitor}.`,
          belief: 'bij-de-bezoeker',
          reason:
            'Dan kon elke bezoeker de code lezen en veranderen. Een functie draait bij de provider. Alleen het lab van deze cursus zit in je browser.',
        },
      ],
    }),
    { who: 'Een webwinkel', visitor: 'de klant' },
    { who: 'Een school', visitor: 'de student' },
  ),
  inTwoForms(
    'functie-onthoudt',
    'toestand-bewaar-je-ergens-anders',
    ({ first, idleMinutes, silence }) => ({
      prompt: `Bovenaan in een bestand staat \`let teller = 0\`, en elke aanroep doet \`teller += 1\` en geeft het getal terug. Je roept de functie ${first} keer vlak na elkaar aan, en het laatste antwoord is ${first}. Het platform ruimt een instantie op na ${idleMinutes} minuten stilte. Nu is het ${silence} stil. Wat geeft de volgende aanroep?`,
      right: '1',
      why: 'De variabele stond in de instantie, en die is opgeruimd. De nieuwe instantie begint weer bij 0. Wat moet blijven, bewaar je in een opslag buiten de functie.',
      wrong: [
        {
          text: String(first + 1),
          belief: 'functie-onthoudt',
          reason: 'Dat klopt alleen zolang dezelfde instantie leeft. Na zo veel stilte is die weg.',
        },
        {
          text: 'Een fout, want de functie is er niet meer.',
          belief: 'weg-na-stilte',
          reason:
            'Alleen de instantie is weg. De code staat nog bij het platform, dat voor de volgende aanroep een nieuwe instantie start.',
        },
      ],
    }),
    { first: 3, idleMinutes: 10, silence: 'een uur' },
    { first: 7, idleMinutes: 15, silence: 'een nacht' },
  ),
  inTwoForms(
    'warm-houden-helpt-altijd',
    'koude-en-warme-starts',
    ({ visitors, limit }) => ({
      prompt: `Een timer roept een functie om de paar minuten aan, zodat er altijd één instantie klaarstaat. Een instantie doet één aanroep tegelijk, en het platform mag er ${limit} starten. Nu komen er ${visitors} bezoekers op precies hetzelfde moment. Hoeveel koude starts zijn dat?`,
      right: String(visitors - 1),
      why: `Eén bezoeker krijgt de instantie die klaarstond. Voor de andere ${visitors - 1} start het platform een nieuwe.`,
      wrong: [
        {
          text: '0',
          belief: 'warm-houden-helpt-altijd',
          reason: 'De timer hield één instantie warm, en die kan maar één bezoeker tegelijk helpen.',
        },
        {
          text: '1',
          belief: 'een-koude-start',
          reason: 'Een koude start hoort bij een instantie, niet bij een functie. Er zijn er meer nodig.',
        },
        {
          text: String(visitors),
          belief: 'elke-aanroep-koud',
          reason: 'Er stond al een instantie klaar, en die krijgt de eerste aanroep.',
        },
      ],
    }),
    { visitors: 8, limit: 20 },
    { visitors: 14, limit: 50 },
  ),
  inTwoForms(
    'wacht-in-een-rij',
    'schalen-ook-naar-nul',
    ({ calls, limit }) => ({
      prompt: `Bij AWS Lambda staat de grens van een functie op ${limit} instanties, en elke instantie doet één aanroep tegelijk. Er komen ${calls} HTTP-aanroepen op precies hetzelfde moment. Wat gebeurt er met ${calls - limit} daarvan?`,
      right: 'Die worden meteen geweigerd met status 429, en de functie draait er niet voor.',
      why: 'AWS Lambda zet een HTTP-aanroep niet in een rij. Wie geweigerd wordt, kan het later opnieuw proberen. Wil je dat werk wacht, dan zet je het in een wachtrij.',
      wrong: [
        {
          text: 'Die wachten tot er een instantie vrij is.',
          belief: 'wacht-in-een-rij',
          reason: 'Een wachtrij krijg je niet vanzelf. De aanroeper hoort meteen dat er geen plaats is.',
        },
        {
          text: 'Die krijgen ook een instantie, want een functie groeit met de drukte mee.',
          belief: 'grens-rekt-mee',
          reason: `Een functie groeit tot de grens, en die staat hier op ${limit}.`,
        },
        {
          text: 'Die krijgen status 429, want de code loopt vast op zo veel werk.',
          belief: 'vier-twee-negen-is-een-fout',
          reason:
            'De status klopt, maar de reden niet. De code heeft voor deze aanroepen niet gedraaid, en kon dus ook niet vastlopen.',
        },
      ],
    }),
    { calls: 25, limit: 10 },
    { calls: 100, limit: 40 },
  ),
  inTwoForms(
    'alles-groeit-mee',
    'alles-bij-elkaar',
    ({ limit, connections, calls }) => ({
      prompt: `Een functie mag groeien tot ${grouped(limit)} instanties. Elke instantie houdt één verbinding met een database open, en die database laat er ${connections} toe. Er komen ${calls} aanroepen op precies hetzelfde moment. Wat gebeurt er?`,
      right: `${calls - connections} aanroepen krijgen geen verbinding, want de database groeit niet mee.`,
      why: 'Een functie lost drukte niet op, maar geeft die door aan wat erachter staat. Een lagere grens of een wachtrij beschermt de database.',
      wrong: [
        {
          text: 'Alles lukt, want de database groeit vanzelf mee.',
          belief: 'alles-groeit-mee',
          reason: `De functie groeit mee, maar deze database laat ${connections} verbindingen toe en niet meer.`,
        },
        {
          text: 'Alles lukt, want het platform start niet meer instanties dan de database aankan.',
          belief: 'platform-kent-de-database',
          reason: 'Het platform weet niet wat er achter je functie staat. De grens stel je zelf in.',
        },
        {
          text: 'Alles lukt, want de instanties delen dezelfde verbinding.',
          belief: 'instanties-delen',
          reason: 'Elke instantie heeft een eigen geheugen, en dus ook een eigen verbinding.',
        },
      ],
    }),
    { limit: 1_000, connections: 100, calls: 400 },
    { limit: 500, connections: 80, calls: 200 },
  ),
  inTwoForms(
    'precies-een-keer',
    'twee-keer-hetzelfde-bericht',
    ({ messages, points }) => ({
      prompt: `Een functie krijgt ${messages} berichten uit een gewone wachtrij, en telt bij elk bericht ${points} punten op. Geen enkele aanroep geeft een fout. Hoeveel punten staan er aan het eind?`,
      right: `${messages * points} of meer, want hetzelfde bericht kan twee keer komen.`,
      why: 'De melding dat een bericht klaar is, kan onderweg verloren gaan, en dan komt het bericht nog eens. De belofte is minstens één keer. Maak je functie dus idempotent.',
      wrong: [
        {
          text: `Precies ${messages * points}, want elk bericht komt precies één keer.`,
          belief: 'precies-een-keer',
          reason: 'Zo is het meestal, maar de wachtrij belooft het niet. Ze belooft minstens één keer.',
        },
        {
          text: `Precies ${messages * points}: een bericht komt alleen dubbel als de code een fout heeft.`,
          belief: 'dubbel-is-eigen-fout',
          reason:
            'Ook met foutloze code gaat er soms een melding verloren. Je kunt alleen zorgen dat de tweede keer geen kwaad doet.',
        },
        {
          text: `${messages * points} of minder, want een bericht kan zomaar verdwijnen.`,
          belief: 'bericht-verdwijnt',
          reason:
            'Een wachtrij bewaart een bericht tot iemand meldt dat het klaar is. Juist daardoor komt het soms twee keer.',
        },
      ],
    }),
    { messages: 6, points: 10 },
    { messages: 8, points: 25 },
  ),
];
