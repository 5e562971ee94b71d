/**
 * Each sentence of the page that schools keep in their file, with the test that holds it. A sentence without a row here, a row
 * whose sentence has gone, and a test that no longer has its name, are all a failure: whoever changes what the page promises
 * says here what holds it now.
 */
import { describe, expect, test } from 'vitest';
import { hasTitle, type Promises, type Proof, proofsOf, sentencesOfPage, shareHeld } from './promises.ts';

const STRANGERS = 'browser/strangers-code.test.ts';
const COPIES = 'playground/model/strangers-copy.test.ts';
const SHARING = 'browser/sharing-paths.test.ts';
const VISIT = 'browser/privacy.test.ts';
const SCORM = 'scorm/session/session.test.ts';

const EMPTY_LAB: Proof = [
  STRANGERS,
  'a copy finds an empty store, and what the reader stored, logged and spent is as it was',
];
/** In Chromium, Firefox and WebKit. */
const IN_EACH_FAMILY: Proof = [
  'browser/strangers-paths.test.ts',
  'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
];
const NO_CONTAINER: Proof = [
  STRANGERS,
  'a copy never runs in a container, also when the reader chose one; taken over it may, and that is said',
];
const OWN_LAB: Proof = [
  COPIES,
  'is another than the reader’s: its code, its stores and its queue never meet those',
];
const TAKE_OVER: Proof = [
  SHARING,
  'a copy becomes one’s own only after the reader has seen what that changes',
];
const KEPT: Proof = [
  VISIT,
  'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
];
const ASKED: Proof = [
  VISIT,
  'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
];
const SCORM_VISIT: Proof = [SCORM, 'a visit is reported, and the next one goes on where it ended'];
const REFUSED: Proof = ['host/host-hostile.browser.test.ts', '%s fails with a reason in Dutch'];
const NOTICE_FIRST: Proof = [
  'browser/container.test.ts',
  'nothing comes from elsewhere before the reader has said yes, and the notice says from where',
];
const KEPT_CHOICE: Proof = [
  'browser/container.test.ts',
  'chosen once, a later page uses it: nothing boots by itself, and the first run waits for it',
];
const MARKED_HERE: Proof = [
  'classroom/marking-in-sandbox.test.ts',
  'marking reaches no container: nothing that it imports knows one',
];
/** What Safari does, which no test of ours can. */
const SEVEN_DAYS = {
  source: 'https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/ (24 March 2020)',
} as const;
const PRUNED: Proof = [
  VISIT,
  'a copy of what a visit cost is gone once it is a day old and the site is opened, and a newer one stays',
];
const TICKS: Proof = ['classroom/claims.test.ts', 'go only those of the set, and only what was ticked'];
const ROW: readonly Proof[] = [
  KEPT,
  ['classroom/kept-on-device.test.ts', 'each name under which the source keeps something has a row'],
];

const SENTENCES: Promises = {
  'Functielab heeft geen accounts, geen cookies en geen statistieken.': [KEPT, ASKED],
  'Wat een student doet, blijft op het toestel, behalve wat de student inlevert of in een leeromgeving maakt.':
    [KEPT, ASKED, SCORM_VISIT],
  'Op deze pagina staat precies wat er waar blijft.': [KEPT],
  'Je kunt deze pagina afdrukken voor het dossier van je school.': 'advice',
  'Wat | Waar in de browser | Hoelang': ROW,
  'Gelezen lessen, stappen, controles, beste rekeningen, voorspellingen | localStorage | tot je het wist':
    ROW,
  'Code die een student verandert | localStorage | tot je het wist': ROW,
  'De naam bij inleveren, en wat er het laatst ingeleverd is | localStorage | tot je het wist': ROW,
  'De reeks van een docent die open is | sessionStorage | tot het tabblad dichtgaat': ROW,
  'Reeksen die een docent samenstelt | localStorage | tot je ze verwijdert of wist': ROW,
  'De laatste aanroepen bij een oefening: moment, duur en status, voor wie ze mee wil inleveren | localStorage | tot je het wist':
    ROW,
  'Nakijkwerk van een docent: inleveringen, uitslagen, gewichten en opmerkingen | IndexedDB | tot je het verwijdert of wist':
    ROW,
  'Wat functies bewaren: sleutels, bestanden, berichten | IndexedDB | tot je het wist': ROW,
  'Werkplaatsen: eigen functies, met hun bestanden | IndexedDB | tot je ze verwijdert of wist': ROW,
  'Welke vragen van Herhaal goed gingen, en wanneer ze terugkomen | localStorage | tot je het wist': ROW,
  'Antwoorden van vooraf en achteraf bij Weet je het? | localStorage | tot je het wist': ROW,
  'Oefeningen die een docent zelf maakt | localStorage | tot je ze weggooit of wist': ROW,
  'De oefening van een docent die je als bestand opende | sessionStorage | tot het tabblad dichtgaat': ROW,
  'Wat iemand invult bij de proef van een uur | localStorage | tot je het wist': ROW,
  'Hoe groot code is en of lange regels afbreken | localStorage | tot je het wist': ROW,
  'Licht of donker, of een melding gelezen is, en of WebContainer gekozen is | localStorage | tot je het wist':
    ROW,
  'Het gekozen tarief | localStorage | tot je het wist': ROW,
  'De kosten van dit bezoek, de lijst onderaan deze pagina | sessionStorage | tot het tabblad dichtgaat': ROW,
  'Een kopie van die kosten, voor als je teruggaat | IndexedDB | een dag: daarna verdwijnt ze zodra je de site opent':
    [KEPT, PRUNED],
  'Hoe ver je in het menu bent, wat daarin open staat, hoe de speeltuin bij de tekst staat, en of de schermweergave aanstaat | sessionStorage | tot het tabblad dichtgaat':
    ROW,
  'Welke pagina het laatst in dit tabblad openstond, onder een nummer van de browser | sessionStorage | tot het tabblad dichtgaat':
    ROW,
  'Code uit het voortgangsbestand van iemand anders, tot de student die weghaalt | sessionStorage | tot het tabblad dichtgaat':
    ROW,
  'De pagina’s van de cursus, om zonder internet te lezen | Cache Storage | tot er een nieuwe versie is': ROW,
  'Met Je voortgang bewaar of wis je de voortgang.': [
    [
      'browser/progress-paths.test.ts',
      'progress goes to another device as a file; a broken file changes nothing; one button wipes it',
    ],
  ],
  'Alles samen wis je in de instellingen van je browser, bij de gegevens van deze site.': 'advice',
  'Wie de site aanbiedt, levert bestanden en ziet daarbij het IP-adres en welke pagina er gevraagd wordt, zoals bij elke website.':
    [ASKED],
  'Vraag wie dat is, en hoelang die dat bewaart.': 'advice',
  'De code, de naam en de voortgang van een student horen daar niet bij.': [ASKED],
  'Een link met code of een reeks draagt alles achter het hekje (#).': [
    [
      'sharing/sharing.test.ts',
      'a link brings back the same code, and only its fragment differs from the page',
    ],
  ],
  'Dat deel stuurt een browser nooit naar een server.': [ASKED],
  'Wie de link heeft, kan lezen wat erin staat.': [
    [
      'sharing/sharing.test.ts',
      'a link brings back the same code, and only its fragment differs from the page',
    ],
  ],
  'Een inlevering is één bestand met de code, een naam die de student zelf kiest en het moment waarop het gemaakt is.':
    [['classroom/classroom.test.ts', 'a hand-in comes back out of its file']],
  'Voorspellingen en de laatste aanroepen gaan alleen mee met een vinkje van de student.': [TICKS],
  'Het bestand gaat naar jou, langs de weg die jij kiest.': 'advice',
  'Nakijken gebeurt in jouw browser.': [
    MARKED_HERE,
    [
      'browser/classroom.test.ts',
      'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
    ],
  ],
  'WebContainer komt van het bedrijf StackBlitz.': { source: 'https://webcontainers.io' },
  'Je browser vraagt daar pas iets als een student ervoor kiest, en de pagina zegt dat eerst.': [
    NOTICE_FIRST,
  ],
  'Die keuze geldt daarna voor elke pagina: de eerste keer dat de student er iets uitvoert, start WebContainer.':
    [KEPT_CHOICE],
  'StackBlitz ziet dan het IP-adres.': { source: 'https://stackblitz.com/privacy-policy (12 May 2026)' },
  'In een leeromgeving kan het niet.': [['host/webcontainer/support.test.ts', 'in a frame']],
  'Een leeromgeving (SCORM) krijgt de voortgang, de score, de tijd en de code.': [
    SCORM_VISIT,
    [
      SCORM,
      'what an environment is told is progress, score, status, checks, place, time and code, and nothing else',
    ],
  ],
  'Die bewaart ze bij de gegevens die je school al heeft.': 'advice',
  'Code draait in een sandbox: een afgeschermd deel van de browser.': [REFUSED],
  'Ze kan niet bij de pagina, niet bij wat de pagina bewaart, en niet op het internet.': [
    REFUSED,
    ['host/host-hostile.browser.test.ts', 'what was refused can not be brought back'],
    IN_EACH_FAMILY,
  ],
  'In WebContainer kan code wel op het internet.': [NO_CONTAINER],
  'Daar draait alleen de code van de cursus en van de student zelf, en nooit code uit een link, uit het bestand van iemand anders of uit een inlevering.':
    [
      NO_CONTAINER,
      MARKED_HERE,
      [
        STRANGERS,
        'code in somebody else’s progress file shows as theirs, changes no progress, and is gone when left',
      ],
    ],
  'Code uit een link is van iemand anders, en dat staat erbij.': [EMPTY_LAB, NO_CONTAINER],
  'Opent een student een bestand met code of voortgang, dan vraagt de pagina eerst van wie het is.': [
    [SHARING, 'code that is too long for a link goes as a file; who opens it says whose it is'],
    [
      STRANGERS,
      'code in somebody else’s progress file shows as theirs, changes no progress, and is gone when left',
    ],
  ],
  'Code van iemand anders draait in een apart lab, met een lege opslag en een eigen wachtrij en klok.': [
    EMPTY_LAB,
    OWN_LAB,
    IN_EACH_FAMILY,
  ],
  'Ze kan niet bij wat de student bewaard heeft.': [EMPTY_LAB, OWN_LAB, IN_EACH_FAMILY],
  'Gaat de student terug naar de eigen versie, dan is dat lab weg, en is de rest zoals het was.': [
    EMPTY_LAB,
    IN_EACH_FAMILY,
    [COPIES, 'ends with it, and the reader’s log, receipt, answer and settings are as they were'],
  ],
  'Safari wist alles wat een site bewaart als je er zeven dagen niets aanklikt terwijl je Safari wel gebruikt: voortgang, code, opslag en de cursus zonder netwerk.':
    SEVEN_DAYS,
  'Dat hoort bij de bescherming tegen volgen, en een site kan het niet uitzetten.': SEVEN_DAYS,
  'Bewaar je voortgang als bestand, of zet de site op het beginscherm: dan geldt het niet.': SEVEN_DAYS,
  'Wat die code kost, telt mee op de bon van het bezoek, met erbij dat het code van iemand anders was.': [
    [COPIES, 'what a copy used is on the bill of the visit, under a name that says whose code it was'],
  ],
  'De code wordt pas van de student na een keuze in een venster dat laat zien wat er verandert.': [TAKE_OVER],
  'Daarna kan ze bij wat de student bewaard heeft, en mag ze ook in WebContainer draaien.': [NO_CONTAINER],
  'Dat staat in het venster.': [NO_CONTAINER],
  'Wat een leeromgeving aan dezelfde student teruggeeft, is van de student.': [SCORM_VISIT],
  'Er draait nooit code voordat iemand in dit bezoek op een knop drukt.': [
    [VISIT, 'opening pages, a link and what was kept runs nothing: there is no sandbox before a click'],
    [COPIES, 'a copy runs nothing by itself, and the reader’s clock and traffic stop while it is shown'],
  ],
  'Voor het dossier van je school is er een blad om in te vullen, met een regel voor het register, de overeenkomst die erbij hoort en vragen bij een DPIA: een blad voor Nederland en een blad voor Vlaanderen.':
    [['built-site/school-file.test.ts', 'has what a school fills in, and a source for each fact']],
  'Wie Functielab maakt, krijgt geen gegevens van studenten of docenten, en is in de zin van de AVG dus geen verwerker en geen verwerkingsverantwoordelijke.':
    [ASKED],
  'Een IP-adres kan wel een persoonsgegeven zijn.': 'law',
  'Wie welke rol heeft:': 'law',
  'Wie | Rol | Waarom': 'law',
  'Wie Functielab maakt | geen | krijgt niets van wat er in de browser gebeurt': [ASKED],
  'Je school | verwerkingsverantwoordelijke | bepaalt doel en middelen: ingeleverd werk bewaren en nakijken':
    'law',
  'Wie de site aanbiedt in opdracht van je school | verwerker | ziet IP-adressen; er hoort een verwerkersovereenkomst bij':
    'law',
  'Wie de site uit zichzelf aanbiedt | verwerkingsverantwoordelijke voor het eigen logboek | ziet IP-adressen; vraag hoelang die blijven':
    'law',
  'De leeromgeving van je school | verwerker | bewaart inleveringen, onder de overeenkomst die er al is':
    'law',
  'StackBlitz, alleen met WebContainer | vraag het je functionaris | ziet het IP-adres van wie WebContainer kiest':
    'advice',
  'WebContainer is van StackBlitz, Inc.': { source: 'https://stackblitz.com/privacy-policy (12 May 2026)' },
  'Dat is voor zover wij weten een bedrijf in de Verenigde Staten: ga bij WebContainer dus uit van doorgifte van het IP-adres naar een land buiten de Europese Unie.':
    'advice',
  'Wat StackBlitz met gegevens doet, staat in de privacyverklaring van StackBlitz.': {
    source: 'https://stackblitz.com/privacy-policy (12 May 2026)',
  },
  'Of het bedrijf meedoet aan het Data Privacy Framework, konden wij niet nagaan.': 'advice',
  'Wil je school dit niet, laat je netwerk het adres stackblitz.com dan niet toe.': 'advice',
  'De cursus werkt ook zonder: wat echte Node nodig heeft, kun je dan lezen en op een eigen computer draaien.':
    [
      [
        'browser/node-project.test.ts',
        'a function with a package: asked for Node first, then installed, cold, warm and billed',
      ],
      ['browser/node-project.test.ts', 'the zip holds what the editor shows, and what starts it'],
      ['browser/offline-paths.test.ts', 'once a reader has begun, the course works without a network'],
    ],
  'Elke browser houdt bij welke verzoeken een pagina doet.': 'advice',
  'Hieronder staat die lijst, voor alle pagina’s die je in dit tabblad hebt geopend.': [
    ['browser/classroom.test.ts', 'a guide, its sheet, a set on paper, and the page for a school’s file'],
  ],
};

test('the page says what is listed here, no more and no less', () => {
  expect(sentencesOfPage('docent/privacy/').toSorted()).toEqual(Object.keys(SENTENCES).toSorted());
});

describe('what holds it', () => {
  test.each(proofsOf(SENTENCES))('%s: %s', (file, title) => {
    expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
  });

  test('is a test for most of it', () => expect(shareHeld(SENTENCES)).toBeGreaterThan(0.7));
});
