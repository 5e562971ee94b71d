/** What the README promises to whoever runs the project: its commands, the bill in a terminal, prices, and where everything is. */
import type { Promises, Proof } from '../promises.ts';

const INSTALL = 'cli/install.test.ts';
const LOCKFILE = 'cli/lockfile.test.ts';
const BROWSER = 'cli/find-browser.test.ts';
const SETTINGS = 'cli/test-settings.test.ts';
const BILL = 'cli/bill.test.ts';
const SIZE = 'cli/bill-size.test.ts';
const SCENARIO = 'simulation/scenario.test.ts';
const TRACE = 'simulation/trace.test.ts';
const CLOUDS = 'billing/reading-clouds.test.ts';
const TARIFFS = 'billing/tariff-files.test.ts';
const REAL_RUN: Proof = [
  'browser/first-visit.test.ts',
  'a changed function, its log, its instance, and a bill that adds up',
];
const EVERY_SOLUTION: Proof = [
  'browser/exercises.test.ts',
  'the solution of every exercise passes in the sandbox',
];
const SERVER_RUNS: Proof = [
  'browser/till.test.ts',
  'the server’s meter runs by itself, with twelve decimals; the function’s only when something runs',
];
const KEPT: Proof = [
  'browser/privacy.test.ts',
  'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
];
const NO_DATA: Proof = [
  'browser/privacy.test.ts',
  'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
];
const OFFLINE: Proof = [
  'browser/offline-paths.test.ts',
  'once a reader has begun, the course works without a network',
];
const ANY_HOST: Proof = ['built-site/hosting.test.ts', 'answers for this build as our own server does'];
const COMMANDS: Proof = ['cli/commands.test.ts', 'each command that the README names is a script'];
const STARTS: Proof = [
  'cli/commands.test.ts',
  '%s installs what is missing, runs what the README says, and nothing else',
];
const ALL_PARTS: Proof = [
  'cli/commands.test.ts',
  'npm test is the types, the style, a build, and every project of tests',
];
const NO_SCRIPT: Proof = [
  'cli/lockfile.test.ts',
  'has a script at installation for no package but those that the README names, and none is run',
];
const MUTANTS: Proof = [
  'mutation/report.test.ts',
  'an endless mutant is killed, one without a test lives, and one that cannot run is no mutant',
];
const PICTURES: Proof = ['browser/pictures/pictures.test.ts', '/$path looks as it was kept'];
const SURVEYED: Proof = [
  'cli/test-stages.test.ts',
  'what looks over the whole site or attacks it is left out, unless all of it is asked for',
];
const DRAWN: Proof = [
  SETTINGS,
  'odd conditions come when they are asked for by name; with `--deep` and no name one is drawn for each path',
];
/** The seed draws, and what it draws is one. */
const DRAWS_ONE: Proof = [
  'browser/odd/conditions.test.ts',
  'a path is walked under what was asked for by name; drawn by the seed it is one, and each has its turn',
];
const KEEP_PICTURES: Proof = [SETTINGS, 'pictures are compared, and kept anew when that is asked for'];
const FOLDERS: Proof = ['architecture.test.ts', '%s names folders that are there'];

export const RUNNING: Readonly<Record<string, Promises>> = {
  Functielab: {
    'In English (more): Functielab is an interactive course in Dutch on serverless functions (FaaS).':
      'what it is',
    "Every sample function really runs, in the reader's own browser, on a small FaaS platform, and every run prints a line on a till receipt beside an always-on server that costs money every second.":
      [REAL_RUN, EVERY_SOLUTION, SERVER_RUNS],
    'No accounts, no tracking, works offline, and any static host can serve it.': [
      KEPT,
      NO_DATA,
      OFFLINE,
      ANY_HOST,
    ],
    '`npm start` shows it; `npm test` checks it.': [
      COMMANDS,
      ['cli/serve.test.ts', 'pages have the headers of the file, and are asked for anew'],
    ],
    'Functielab leert je wat *betalen per gebruik* en *koude start* echt betekenen: je leest een les, verandert een functie, voert die uit en ziet wat dat zou kosten.':
      [
        REAL_RUN,
        [
          'browser/paths.test.ts',
          'a newcomer runs a function, cold and then warm, and goes on to lesson 1 with what it cost',
        ],
      ],
    'Alles draait in je eigen browser, en niets wordt verstuurd.': [REAL_RUN, NO_DATA],
    'Eigen functies maak je in de werkplaats, met dezelfde bon, en met Neem mee wordt een functie een project voor een echt platform.':
      [
        [
          'browser/newcomer.test.ts',
          'a newcomer makes a function, sees its bill, and takes it to two platforms',
        ],
      ],
  },
  'Waar begin je?': {
    'Wil je leren, open dan de site en begin bij les 1, of kies op `/overzicht/` de weg die bij je tijd past.':
      'advice',
    'Daarna is er de werkplaats.': 'what it is',
    'Geef je les, begin dan op `/docent/`.': 'advice',
    'Wat je daar kunt, staat onder "In de klas" en "In een leeromgeving".': 'what it is',
    'Wil je de site neerzetten of veranderen, draai dan eerst de twee opdrachten hieronder.': 'advice',
    'Hosten, lessen en oefeningen toevoegen, en wat er in een terminal kan, staan verderop, en src/README.md is de ingang tot de code.':
      'what it is',
  },
  'Twee opdrachten': {
    'npm start | installeert, bouwt de site, en zet die op http://localhost:4321': [
      STARTS,
      ['cli/serve.test.ts', 'without a port it takes the next free one'],
    ],
    'npm test | controleert types, stijl, onderdelen, de gebouwde site, en die in een echte browser': [
      STARTS,
      ALL_PARTS,
    ],
    'Je hebt Node.js nodig (18 of nieuwer) met npm.': [[INSTALL, 'Node %s runs the scripts: %j']],
    'De rest komt vanzelf, ook de versie van Node waarmee het project getest is.': [
      [INSTALL, 'everything, before the first time and after an install that was cut short'],
      [INSTALL, 'the Node for this system, when it was left out; never the one for another'],
      [LOCKFILE, 'brings one Node, the same for every system that has one'],
    ],
    'Geen enkel pakket voert bij het installeren een script uit, want npm draait hier met `--ignore-scripts`, en het enige pakket dat een script heeft (`esbuild`) werkt ook zonder.':
      [NO_SCRIPT],
    '`npm test` gebruikt een Chromium, Chrome of Edge die al op je computer staat.': [
      [BROWSER, 'a browser that is on this computer is found'],
    ],
    'Is er geen, dan probeert het er een te installeren.': [
      [BROWSER, 'one is installed, and looked for again'],
      [BROWSER, 'and none can be installed, the reader hears what to do'],
    ],
    'Een browser op een ongewone plek geef je door met de variabele `FUNCTIELAB_CHROMIUM`.': [
      [BROWSER, 'one in an unusual place goes before all others'],
    ],
    "Staat ook `chromium-headless-shell` op je computer (dezelfde browser zonder vensters), dan test het de meeste pagina's daarmee.":
      [
        [BROWSER, 'stands beside a browser, and is what pages are tried with when `npm test` says so'],
        [BROWSER, 'is not asked for where somebody names the browser to test'],
      ],
    'In een container met Debian, als root, zet het die er zelf bij.': [
      [BROWSER, 'is installed for root, and looked for again'],
    ],
    'Van dertig schermen, licht en donker, breed en op een telefoon, liggen beelden in `test/browser/pictures/kept/`.':
      [PICTURES],
    '`npm test -- --families` vergelijkt ze met wat het nu ziet.': [PICTURES, SURVEYED],
    'Is een verschil de bedoeling, dan bewaart `npm test -- --pictures test/browser/pictures` de nieuwe beelden.':
      [KEEP_PICTURES],
    '`npm test -- --condition=narrow test/browser/paths.test.ts` loopt de paden van een lezer in dat bestand ook op een smal scherm, en `npm run test:browsers -- --times=5` loopt alle paden vijf keer, op een computer die het druk heeft.':
      [
        DRAWN,
        ['browser/odd/conditions.test.ts', 'the condition %s is there'],
        [
          'cli/test-stages.test.ts',
          'five times are five runs of every path of a reader, with more beside each other than there are processors',
        ],
      ],
    'Verder zijn er:': 'how it is done',
    '`npm run dev` | de site terwijl je eraan werkt, met elke wijziging meteen in beeld': [STARTS],
    '`npm run check` | alleen types en stijl': [STARTS],
    '`npm test -- --families` | alles: ook wat de hele site naloopt of aanvalt, en daarna elke weg van een lezer in Firefox en WebKit; in een container met Debian, als root, zet het die er zelf bij. Dit is wat `.ci/run` doet':
      [
        [
          'cli/test-stages.test.ts',
          'the other families come after all of it, with what is for each of them and nothing else',
        ],
        SURVEYED,
        [BROWSER, 'of the other families what is missing is installed for root (Firefox: %s)'],
      ],
    '`npm run test:browsers` | alle tests, ook in Firefox en WebKit als die er zijn': [
      STARTS,
      [SETTINGS, 'other browsers and the real service come when they are asked for, and not before'],
    ],
    '`npm run test:deep` | hetzelfde met twintig keer zoveel gevallen per wet, vanaf een nieuw startgetal, en elk pad van een lezer ook in één omstandigheid die het startgetal kiest: traag, smal, met grote letters, met een vinger, zonder opslag, in een kader, of met een klok die verspringt; maximaal een uur':
      [
        STARTS,
        [
          SETTINGS,
          'deep is twenty times as many cases from a seed of its own, in all browsers, within the hour',
        ],
        [SETTINGS, 'laws begin at that seed, with that many cases'],
        DRAWN,
        DRAWS_ONE,
        ['browser/odd/conditions.test.ts', 'the condition %s is there'],
      ],
    '`npm test -- --condition=narrow` | de tests, en elk pad ook in die ene omstandigheid: `slowed`, `narrow`, `large-text`, `touch`, `no-storage`, `framed` of `clock`':
      [DRAWN, ['browser/odd/conditions.test.ts', 'the condition %s is there']],
    '`npm run test:clouds` | elk voorbeeld als project voor een echt platform, in de eigen motor van dat platform, en de hele weg van een nieuwkomer; daar is het register van npm voor nodig':
      [
        STARTS,
        ['clouds/newcomer.test.ts', 'both zips of the newcomer pass their own tests on a bare machine'],
        [
          'take-home/clouds/container.test.ts',
          'its own tests pass on what the lab answered, and fail on anything else',
        ],
      ],
    '`npm run mutation` | hoeveel kleine fouten in de code de tests merken; urenlang, of één map: `npm run mutation -- billing`':
      [STARTS, MUTANTS],
    '`npm run check:webcontainer` | de tests van WebContainer met de echte dienst; daar is internet voor nodig':
      [
        STARTS,
        [SETTINGS, 'other browsers and the real service come when they are asked for, and not before'],
      ],
    '`npm run -s bill` | de rekening van je eigen gebruik: zie "Een rekening in de terminal"': [COMMANDS],
    '`npm run -s simulate` | verkeer dat je als JSON beschrijft, door hetzelfde platform in nagebootste tijd; JSON komt eruit':
      [COMMANDS, ['simulation/traces.test.ts', 'counts']],
    '`npm run pack:tool` | het lab als gereedschap in een terminal: zie "Je eigen functies in een terminal"':
      [STARTS],
    '`npm run -s oefening` | de controles van een oefening, in de terminal: zie "Een oefening toevoegen"': [
      COMMANDS,
    ],
    '`npm run scorm` | pakketten voor een leeromgeving: zie "In een leeromgeving"': [STARTS],
    '`npm run -s new:lesson`, `npm run -s new:exercise` | een begin voor een nieuwe les of oefening': [
      COMMANDS,
      ['cli/new.test.ts', 'a new exercise passes and fails where it should'],
      ['cli/new.test.ts', 'a new lesson comes after the last, under its own name'],
    ],
    '`npm run -s hosting` | instellingen voor nginx, Caddy, Apache of IIS: zie "De site hosten"': [COMMANDS],
    '`npm run release` | alles voor wie de cursus neerzet zonder bron: zie "Een release"': [STARTS],
    '`npm run bench` | meet snelheid en gewicht, en zegt wat trager of groter werd dan in `test/bench/last.json`; met `-- --keep` komen de cijfers daarin':
      [
        STARTS,
        [
          'support/last-run.test.ts',
          'what is told is what changed by a quarter, the worst first, and what is new is not compared',
        ],
        ['support/last-run.test.ts', 'a run of some parts keeps the figures of the others'],
      ],
    '`npm run format` | zet de code in de afgesproken stijl': [
      ['cli/commands.test.ts', 'format is the style of the code, written'],
    ],
  },
  'Een rekening in de terminal': {
    'npm run -s bill -- --tariff aws-lambda-x86-us-east-1 logs/*.gz | één bon': [
      [BILL, 'files by name, packed or not, make one bill, and a bad line names its file'],
    ],
    'npm run -s bill -- --free-tier --json < gebruik.csv | alle tarieven, het goedkoopste eerst': [
      [BILL, 'without a tariff all are compared, cheapest first'],
    ],
    'npm run -s bill -- --memory 2048 requests.csv | Azure en Google loggen geen geheugen': [
      [BILL, '--memory is taken where the log does not tell'],
    ],
    '`npm run -s bill` leest gebruik uit bestanden of van standard input en drukt de bon af.': [
      [BILL, 'files by name, packed or not, make one bill, and a bad line names its file'],
      [BILL, 'reads standard input and prints the receipt'],
      [BILL, 'the receipt in Dutch adds up as printed'],
    ],
    'Het leest hetzelfde als de pagina Je eigen rekening, regel voor regel, dus ook een log van vele gigabytes:':
      [
        [
          'browser/own-logs-path.test.ts',
          'logs of one’s own cloud: read here, billed under every tariff, the bad line told',
        ],
        [SIZE, 'ten times as many REPORT lines take no more memory'],
        [SIZE, 'more of them are refused in the same memory, with what to do'],
      ],
    'AWS Lambda | `REPORT`-regels, `filter-log-events`, het JSON-formaat, de CSV van de console, Logs Insights per veld':
      [
        ['billing/reading.test.ts', 'REPORT lines of AWS Lambda'],
        [CLOUDS, 'CloudWatch'],
      ],
    'Azure | `requests` en `AppRequests` van Application Insights, als CSV, als antwoord van een query of een regel per verzoek':
      [
        [
          CLOUDS,
          'Azure Application Insights: the memory is not in it, and a sampled request stands for several',
        ],
      ],
    'Google Cloud | Cloud Logging als JSON (`httpRequest.latency`), en de tekst van functies van de eerste generatie':
      [
        [CLOUDS, 'Google Cloud: the memory is not in it'],
        [CLOUDS, 'functions of the first generation, as text and as entries'],
      ],
    'Cloudflare | `wrangler tail --format json` en Logpush': [
      [CLOUDS, 'Cloudflare: CPU and wall time, and always 128 MB'],
    ],
    'al het andere | CSV met kolomnamen (komma, puntkomma of tab; `sep=` mag) en JSON, als lijst of een object per regel':
      [
        ['billing/reading.test.ts', 'columns by name, in any order and any capitals, absent when empty'],
        ['billing/reading.test.ts', 'semicolons and decimal commas, as a Dutch spreadsheet saves it'],
        ['billing/reading-forms.test.ts', 'tabs between, as cells copied from a Dutch spreadsheet have them'],
        ['billing/reading-forms.test.ts', 'a file of two columns and one row, with %s'],
        ['billing/reading-forms.test.ts', 'JSON'],
      ],
    'Het mag gezipt zijn met gzip, en in UTF-16 staan, zoals PowerShell 5 het schrijft.': [
      ['billing/reading-bytes.test.ts', 'letters and packing'],
      ['billing/reading-bytes.test.ts', 'a CSV in UTF-16 has its names, though a mark stands before them'],
    ],
    'De namen van de kolommen en velden zijn die van `UsageRecord` in `src/billing/usage.ts`; `durationMs` en `memoryMb` moeten er staan.':
      [
        ['billing/reading.test.ts', 'columns by name, in any order and any capitals, absent when empty'],
        [
          'billing/reading.test.ts',
          'without the columns that a bill needs there is one problem, and it names them',
        ],
      ],
    "Met `--json` zijn bedragen precieze decimalen in dollars, met `--csv` krijg je een tabel voor een spreadsheet (puntkomma's, komma in een getal, bedragen in dollars en in euro's met de koers en de dag van de prijs).":
      [
        [BILL, '--json: the receipt, amounts as exact decimals'],
        [BILL, '--csv: a row a line, or a row a tariff'],
        [
          'till/receipt/csv.test.ts',
          'each column of amounts adds up to its last row, with the rate and the day of the price beside it',
        ],
      ],
    'Bracht AWS volgens het log zelf een andere tijd in rekening, dan staat dat bedrag ernaast (in JSON als `billedByProviderUsd`).':
      [[BILL, 'stands beside our amount, on its own tariffs and nowhere else']],
    'Wat is overgeslagen of aangenomen, staat op standard error.': [
      [BILL, 'what was skipped or supposed is on standard error, and is no error'],
    ],
    'Bij foute invoer staat er niets op standard output, elke fout met de regel op standard error, en is de exit status 2.':
      [
        [BILL, 'bad input exits with 2, and nothing on standard output'],
        [BILL, 'tells on standard error what is wrong'],
      ],
  },
  'Verkeer nabootsen': {
    '`npm run -s simulate` leest één scenario als JSON van standard input, en drukt als JSON af wat ervan komt, met het bedrag tegen elk tarief dat erin staat:':
      [['simulation/scenarios.test.ts', 'F-bill-1: three million seconds of half a gigabyte']],
    '`arrivals` | `poisson` met `perSecond`; `constant` met `everyMs`; `onOff` met `perSecond`, `onMs` en `offMs`; `day` met 24 getallen in `perHour`, en zo nodig `peaks`; `trace` met een `file`':
      [[SCENARIO, 'every kind of traffic and of duration is let in as it was written']],
    '`warmMs`, `coldMs` | `constant`, `exponential` of `h2` met `mean`; `lognormal` met `mu` en `sigma`, of `weibull` met `k` en `lambda`, allebei van seconden; `samples` met gemeten `values`':
      [[SCENARIO, 'every kind of traffic and of duration is let in as it was written']],
    '`routing` | welke instantie zonder werk een aanroep krijgt: `most-recent` zoals in het lab, `newest-created`, `oldest-created`, `least-recent` of `random`':
      [
        [
          'simulation/traces.test.ts',
          'the lab’s own routing, the instance that was busy last, starts 335 instances where the newest one starts 328',
        ],
      ],
    'De andere velden, en wat geldt als er een ontbreekt, staan in `src/simulation/scenario.ts`.': [
      [SCENARIO, 'what is not there counts as the form says'],
    ],
    'Hetzelfde scenario geeft in elke browser en in Node hetzelfde, tot op het laatste bit.': [
      ['browser/same-draws.test.ts', 'a page draws what Node draws'],
    ],
    'Een `trace` is CSV met een aanroep per regel, in de volgorde waarin ze beginnen: de kolommen `end_timestamp` en `duration` van Azure, in seconden, of `atMs` en zo nodig `durationMs`.':
      [
        [TRACE, 'Azure’s form: a call begins at its end less its duration, and it is sorted by that'],
        [TRACE, 'however the text is cut, the calls are those that were written'],
      ],
    'Een moment mag ook een datum met een tijd en een tijdzone zijn.': [
      [TRACE, 'dates with a zone, from the first one on'],
    ],
    'Bij foute invoer staat op standard error welk veld of welke regel het is, en is de exit status 2.': [
      [
        'simulation/scenarios.test.ts',
        'the command names the field that is wrong, and the tariff that is not there',
      ],
      [TRACE, 'refused, with its line:'],
    ],
    'Met `npm run -s simulate -- --tape <bestand>` speelt het platform een opname af die je in een speeltuin bij Deel bewaarde: een gebeurtenis per regel, gelijk aan wat het lab toen had.':
      [
        ['engine/tape/tape.test.ts', 'a tape prints what happened, as one event a line'],
        [
          'engine/tape/tape.test.ts',
          'whatever goes on in a lab, its tape gives the list of what happened, equal to the last byte',
        ],
      ],
  },
  'Een provider toevoegen': {
    'Een tarief is één bestand in `content/tariffs/`, met de naam van zijn `id`.': [
      [TARIFFS, '%s is valid, and named by its id'],
    ],
    'Code hoort er niet bij:': [[TARIFFS, 'an invented provider is one file and no code']],
    'Prijzen staan tussen aanhalingstekens, zodat ze precies blijven.': [[TARIFFS, 'a price as a number']],
    'Wat een provider niet zegt, is `null` of `"unknown"`: de bon noemt het dan.': [
      ['billing/laws-tariffs.test.ts', 'what a receipt has to name'],
      [
        'billing/rounding.test.ts',
        'init that is not billed costs nothing, and init that nobody mentions is an assumption',
      ],
    ],
    'De regels (`rule`) staan in `src/billing/rules.ts`, alle velden in `src/billing/tariff.ts`.':
      'what it is',
    'Een prijs die meer dan een jaar geleden gelezen is, krijgt vanzelf een merkje.': [
      [BILL, 'a price that was read more than a year ago is marked, by the day that it is told'],
      ['browser/money.test.ts', 'prices that were read long ago are marked, wherever they show'],
    ],
  },
  'Hoe scherp de tests zijn': {
    '`npm run mutation` verandert telkens één kleinigheid in de code (een `<` in een `<=`, een weggelaten regel) en kijkt of een test het merkt.':
      [MUTANTS],
    'Wat geen test merkt, blijft staan; ook een verandering die niets uitmaakt, telt als gebleven.': [
      MUTANTS,
    ],
    'Teksten, lijsten, objecten en reguliere expressies blijven buiten de telling.': 'what it is',
    'Gemeten op 28 november 2026, over hele mappen:': 'measured',
    '`src/billing/` | 187 van 1.530 | 61 van 1.550': 'measured',
    '`src/platform/` | niet heel gemeten: minstens 39 van 1.117 | 8 van 1.085': 'measured',
    '`src/engine/` | 270 van 1.346 | 105 van 1.329': 'measured',
    '`src/exercises/` | niet heel gemeten; halverwege 133 van 673 | 12 van 1.192': 'measured',
    'Alleen het begin van `billing` en de telling halverwege van `exercises` komen van `npm run mutation` zelf.':
      'measured',
    'De andere komen van een eigen, snellere loper over dezelfde veranderingen, omdat de gewone op een drukke machine uren duurt; bij acht veranderingen in `engine` en 291 in `exercises` is nagekeken dat die hetzelfde zegt.':
      'measured',
    'Bij `exercises` tellen ook de onderdelen van de pagina mee, en alleen de snelle tests: de voorbeelden van elke oefening en wat echte workers start, doen niet mee.':
      'measured',
    'Na de meting van `billing`, `platform` en `engine` zijn de nagespeelde diensten en de tarieven gegroeid; die drie cijfers horen bij de code van daarvoor.':
      'measured',
    'Dat een controle die tijd tekortkwam opnieuw draait (`run/again-alone.ts`), kwam na de meting van `exercises`.':
      'measured',
  },
  Prijzen: {
    'Elk tarief is één bestand in `content/tariffs/`, met bron en datum.': [
      [TARIFFS, '%s is valid, and named by its id'],
    ],
    'In de code staat geen prijs, en een provider erbij vraagt geen code.': [
      [TARIFFS, 'no price of a tariff stands in the code'],
      [TARIFFS, 'an invented provider is one file and no code'],
    ],
    'Bedragen zijn exact tot op het scherm: zie de uitleg bovenaan `src/billing/index.ts`.': [
      ['second-calculator/agrees.test.ts', 'billing and the second calculator agree to the last digit'],
      ['billing/laws.test.ts', 'splitting a bill in two never changes its total'],
    ],
  },
  'Wat staat waar': {
    "`content/` | lessen, lesplannen, voorbeeldfuncties, oefeningen, programma's en tarieven": [FOLDERS],
    '`src/contract/` | de begrippen die alles deelt, met de getallen van het lab in `lab-defaults.ts`': [
      FOLDERS,
    ],
    '`src/platform/` | het FaaS-platform als toestandsmachine: uitrollen, kiezen, starten, stoppen; `queue/` doet de wachtrijen en de nieuwe pogingen':
      [FOLDERS],
    '`src/billing/` | van gebruik naar bon, exact': [FOLDERS],
    '`src/simulation/` | het platform in nagebootste tijd: een maand verkeer in seconden': [FOLDERS],
    '`src/host/` | waar instanties leven: `browser/` een sandbox met Web Workers, `node/` echte Node, `webcontainer/` die Node in de browser; `instance/` draait naast de functie, `common/` en `modules/` delen ze':
      [FOLDERS],
    '`src/engine/` | platform, klok, host en opslag samen: waar een speeltuin mee praat': [FOLDERS],
    '`src/kit/`, `src/course/` | wat elke pagina gebruikt; wat de cursus is, en elk pad in de site': [
      FOLDERS,
    ],
    '`src/project/` | een eigen map met functies: `functielab.json` lezen, schrijven en er een speeltuin van maken':
      [FOLDERS],
    '`src/till/` | geld op een scherm: prijzen, de bon, het bezoek, de meter, je eigen logs': [FOLDERS],
    '`src/playground/` | de speeltuin: code, omgevingen, resultaten, gebeurtenissen en de tijdlijn': [
      FOLDERS,
    ],
    '`src/lesson/` | wat alleen in een les staat: vragen, vergelijkingen, de maand, het geheugen': [FOLDERS],
    '`src/traffic/` | een maand verkeer: tekenen, laten draaien, bekijken en vergelijken': [FOLDERS],
    '`src/workshop/` | de werkplaats: eigen functies bewaren, openen, delen en instellen': [FOLDERS],
    '`src/authoring/` | een eigen oefening maken: opdracht, code, oplossing en controles, en ze proberen': [
      FOLDERS,
    ],
    '`src/exercises/` | oefeningen: de controles, en wat ze in de sandbox en onder Node laat draaien': [
      FOLDERS,
    ],
    '`src/review/` | vragen uit gelezen lessen die na dagen terugkomen, met nieuwe getallen': [FOLDERS],
    '`src/proof/` | wat bewezen is, met welke test, en wat niet': [FOLDERS],
    '`src/progress/`, `src/sharing/`, `src/take-home/` | voortgang op dit toestel, code delen met een link of een bestand, en een speeltuin als zip':
      [FOLDERS],
    '`src/tool/`, `src/tool-page/` | het lab voor een map op je eigen computer: `functielab` in een terminal, en de pagina die het toont':
      [FOLDERS],
    '`src/classroom/` | voor docenten: een reeks, inleveren, nakijken, op papier en op het scherm': [FOLDERS],
    '`src/scorm/` | wat met een leeromgeving praat': [FOLDERS],
    '`src/site/`, `src/pages/` | de site eromheen, de stijl, en wat ze zonder netwerk laat werken': [FOLDERS],
    '`src/build/`, `src/cli/` | de bouw en de opdrachten': [FOLDERS],
    '`test/` | tests, in dezelfde indeling; `test/browser/` bestuurt een echte browser, `test/built-site/` leest de gebouwde site, `test/stand-in/` speelt voor WebContainer, `test/bench/` meet':
      [FOLDERS],
    'src/README.md is de ingang voor wie aan de code werkt: de kamers, wie wie mag importeren, en drie wegen door het huis.':
      'what it is',
    '`test/architecture.test.ts` houdt dat alles waar.': [
      ['architecture.test.ts', 'no arrow runs up'],
      ['architecture.test.ts', 'a room is entered through its doors'],
    ],
  },
  Licentie: {
    'De code heeft de MIT-licentie, ook die van voorbeelden en oefeningen; de tekst en de beelden van de cursus hebben CC BY-SA 4.0.':
      'what it is',
    'Wat de site van anderen bevat, staat op de pagina `/licenties/`, gemaakt uit de gebouwde site zelf.': [
      ['built-site/licences.test.ts', 'a package that is in the site is on the page'],
      ['built-site/licences.test.ts', '%s, which only builds or tests, is not on it'],
    ],
    'Een lek meld je zoals SECURITY.md zegt; wat er veranderde, staat in CHANGELOG.md.': 'what it is',
  },
};
