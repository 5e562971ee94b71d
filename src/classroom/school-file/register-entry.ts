/** What both sheets say: how an entry in a school's register could read, and what somebody asks who weighs the risks. */
import type { Said } from './country-file.ts';

/** In the order of article 30 of the AVG. `null` is room to write. */
export const REGISTER: readonly (readonly [field: string, entry: string | null])[] = [
  ['Naam van de verwerking', 'Lessen en oefeningen met Functielab, een cursus over serverless functies'],
  ['Verwerkingsverantwoordelijke, met contactgegevens', null],
  ['Functionaris voor gegevensbescherming', null],
  ['Doel', 'Onderwijs geven, en werk van studenten nakijken'],
  [
    'Grondslag',
    'Voorstel: een taak van algemeen belang, namelijk onderwijs (AVG, artikel 6, lid 1, e). De school beslist.',
  ],
  ['Betrokkenen', 'Studenten en docenten'],
  [
    'Gegevens in een inlevering',
    'De naam die de student zelf kiest en de code. Alleen met een vinkje van de student ook voorspellingen, en de laatste aanroepen van de oefeningen.',
  ],
  [
    'Gegevens in een leeromgeving, als je school een pakket gebruikt',
    'Voortgang, score, tijd, welke controles slaagden, en de code, op naam van het account dat de student daar al heeft',
  ],
  [
    'Gegevens op het toestel van de docent',
    'Wat de docent nakijkt, met opmerkingen, en een klassenlijst als de docent die erbij zet',
  ],
  ['Gegevens bij wie de site aanbiedt', 'IP-adres, en welke pagina er gevraagd wordt'],
  ['Ontvangers', 'De docent, en de leeromgeving waarin je school het werk laat inleveren'],
  ['Wie de site aanbiedt, en in welke rol', null],
  [
    'Doorgifte buiten de Europese Unie',
    'Geen. Staat WebContainer open, dan ziet StackBlitz, Inc. het IP-adres.',
  ],
  ['Bewaartermijn van inleveringen en nagekeken werk', null],
  ['Bewaartermijn van het logboek van de site', null],
  [
    'Beveiliging',
    'Geen account en geen wachtwoord. Code draait in een afgeschermd deel van de browser. Nakijken gebeurt op het toestel van de docent.',
  ],
];

/** Questions of the European criteria, with what is true of Functielab. The school draws the conclusion. */
export const RISKS: readonly (readonly [question: string, answer: string])[] = [
  [
    'Worden mensen beoordeeld of ingedeeld?',
    'Nakijken telt welke controles van een oefening slagen. Er komt geen profiel van, en de docent geeft het cijfer.',
  ],
  [
    'Beslist een computer iets met gevolgen?',
    'Nee. De pagina rekent een voorstel uit, en de docent kan dat laten staan of niet.',
  ],
  [
    'Worden mensen stelselmatig gevolgd?',
    'Nee. Er zijn geen accounts, geen cookies en geen statistieken, en voortgang blijft op het toestel. Met een pakket staat ze in de leeromgeving van je school.',
  ],
  [
    'Gaat het om gevoelige gegevens?',
    'Nee. Zeg studenten wel dat ze niets persoonlijks in code of een naam zetten.',
  ],
  ['Is het op grote schaal?', 'Een inlevering gaat naar één docent, over één klas tegelijk.'],
  [
    'Worden bestanden gekoppeld?',
    'Alleen als de docent zelf een klassenlijst naast de inleveringen legt, op het eigen toestel.',
  ],
  [
    'Gaat het om kwetsbare mensen?',
    'Misschien: studenten kunnen minderjarig zijn, en ze hangen af van een cijfer.',
  ],
  ['Is de techniek nieuw?', 'Een sandbox in de browser is dat niet. Lees bij WebContainer wat er anders is.'],
  [
    'Houdt het iemand af van een recht of een dienst?',
    'Nee. Wie niet mee wil doen, kan de les lezen en de oefening op papier of op een eigen computer maken.',
  ],
];

/** About what changes when a student chooses WebContainer. */
export const CONTAINER: readonly Said[] = [
  {
    text: 'Zonder WebContainer draait alle code in de browser, en vraagt de site niets aan een ander bedrijf. De keuze voor WebContainer begint bij de student, en de pagina zegt dat eerst.',
  },
  {
    text: 'WebContainer is van StackBlitz, Inc. Ga uit van een bedrijf in de Verenigde Staten, en van doorgifte van het IP-adres. Welke gegevens het bewaart, staat in de privacyverklaring.',
    from: ['stackblitz'],
  },
  {
    text: 'Of StackBlitz aan het Data Privacy Framework meedoet, konden wij niet nagaan: zoek het op in de lijst op dataprivacyframework.gov. Wil je school dit niet, laat het netwerk stackblitz.com dan niet toe. De cursus werkt ook zonder.',
  },
];
