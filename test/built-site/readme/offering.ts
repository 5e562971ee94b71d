/** What the README promises to whoever offers the course: to a class, in a learning environment, on a host. */
import type { Promises, Proof } from '../promises.ts';

const CONTENT = 'build/content/content.test.ts';
const HAND_IN = 'classroom/classroom.test.ts';
const ZIP = 'classroom/read-zip.test.ts';
const SYSTEMS = 'classroom/six-systems.test.ts';
const EXPORT = 'classroom/export.test.ts';
const TAKEN_OUT: Proof = [
  'browser/marking-export.test.ts',
  'a class is marked, its list says who is missing, and all that goes to a school is taken out',
];
const REPORT = 'scorm/session/report.test.ts';
const SESSION = 'scorm/session/session.test.ts';
const SUSPEND = 'scorm/session/suspend.test.ts';
const READING = 'progress/reading.test.ts';
const BAR = 'scorm/bar-words.test.ts';
const PLAN = 'scorm/package/plan.test.ts';
const PLACE = 'build/place.test.ts';
const HEADERS = 'built-site/headers.test.ts';
const RECIPE = 'cli/hosting.test.ts';
const RELEASE = 'built-site/release.test.ts';
const SUPPORT = 'host/webcontainer/support.test.ts';
const FACTS = 'build/site-facts.test.ts';
const CONTAINER = 'browser/container.test.ts';
const NO_DATA: Proof = [
  'browser/privacy.test.ts',
  'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
];
const OFFLINE: Proof = [
  'browser/offline-paths.test.ts',
  'once a reader has begun, the course works without a network',
];
const ANY_HOST: Proof = ['built-site/hosting.test.ts', 'answers for this build as our own server does'];
const OF_TEACHER: Proof = [
  'browser/set-of-teacher.test.ts',
  'a set is made, kept, opened by its link, copied, and made into variants and weeks',
];
const BEFORE_AND_AFTER: Proof = [
  'browser/weet-je-het.test.ts',
  'before and after the course: nothing is told until the end, then each wrong answer has its reason, and a class sees its gain',
];
const WAY: Proof = [
  'browser/classroom.test.ts',
  'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
];
const MARKING_MODEL = 'classroom/marking-model.test.ts';
const MARKING_TERM: Proof = [
  'browser/marking-term.test.ts',
  'a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place',
];
const OVERVIEW: Proof = [
  'browser/class-overview.test.ts',
  'what a class did not understand is read, shown without names, and played as traffic',
];
const OWN_WAY: Proof = [
  'browser/own-exercise.test.ts',
  'a teacher makes an exercise, tries it, and a student makes it',
];
const PAPER_AND_SHEET: Proof = [
  'browser/classroom.test.ts',
  'a guide, its sheet, a set on paper, and the page for a school’s file',
];
const PACKAGE_12: Proof = [
  'browser/scorm.test.ts',
  'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
];
const PACKAGE_2004: Proof = [
  'browser/scorm.test.ts',
  'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
];
const MADE_HERE: Proof = [
  'browser/package-maker.test.ts',
  'lessons with a pass mark become the package that the command line makes',
];
const HOSTILE_FRAME: Proof = [
  'browser/scorm.test.ts',
  'in a hostile frame code and progress come back on another device, and can be handed in',
];
const INJECTED: Proof = [
  'browser/injection/injection.test.ts',
  'with policy and guard no injected script runs, and the page works',
];
const INJECTED_PACKAGE: Proof = [
  'browser/scorm.test.ts',
  'in a package an injected script runs no more than on the site',
];
const NO_ADDRESS: Proof = [
  'built-site/headers.test.ts',
  'names no other script: what those add is trusted, and no address is',
];
const HTTPS: Proof = ['built-site/hosting-https.test.ts', 'keeps, isolates and packs as the recipe says'];

const WORKSHOP = 'browser/workshop.test.ts';
const WORKSHOP_PATHS = 'browser/workshop-paths.test.ts';
const TAPE = 'browser/tape-paths.test.ts';
const TRAFFIC = 'browser/traffic.test.ts';
const TRAFFIC_PATHS = 'browser/traffic-paths.test.ts';
const INTAKE = 'project/intake.test.ts';
const COPY: Proof = [
  WORKSHOP_PATHS,
  'a link is a copy that runs nothing, in a lab of its own, until its reader takes it over',
];

const TAKE_HOME = 'browser/take-home.test.ts';
const TAKEN: Proof = [TAKE_HOME, 'a function goes to a platform with its own code, its tests and its bill'];
const NEWCOMER: Proof = [
  'browser/newcomer.test.ts',
  'a newcomer makes a function, sees its bill, and takes it to two platforms',
];
const TRIAL: Proof = [
  'browser/trial.test.ts',
  'the form of the hour is kept on this device and saved as a file and as a text',
];

export const OFFERING: Readonly<Record<string, Promises>> = {
  'De werkplaats': {
    'Op `/werkplaats/` staat de speeltuin zonder les.': [
      [WORKSHOP_PATHS, 'a CRUD function is made, run and billed, and is there after a reload'],
    ],
    'Je begint er leeg, met een sjabloon uit `content/templates/`, met elke voorbeeldfunctie, of met een map, losse bestanden of een zip van jezelf.':
      [
        ['workshop/templates.test.ts', '%s is whole'],
        [WORKSHOP_PATHS, 'workplaces are listed, copied, thrown away and got back'],
        [WORKSHOP, 'a folder with a stranger’s Worker is recognised, adapted and runs'],
        [WORKSHOP_PATHS, 'a workplace is saved as a zip, and that zip opens again'],
      ],
    'Wat je functies zijn, staat in `functielab.json`: formulieren schrijven dat bestand, en wat je erin typt, verandert de formulieren.':
      [
        [
          WORKSHOP_PATHS,
          'a form writes functielab.json, and what is typed there changes the form and the laboratory',
        ],
        [
          'browser/workshop-forms.test.ts',
          'acknowledgements that get lost and a service with a limit are set, and stand in the file',
        ],
      ],
    'Alle velden staan in `src/project/project-schema.ts`.': [
      ['project/project-file.test.ts', 'what goes by itself is not written, and the rest in one order'],
    ],
    'Werkplaatsen blijven op dit toestel, en je deelt ze met een link of een zip.': [
      [
        'workshop/kept-workplaces.test.ts',
        'what is kept is there at the next visit, the one that was changed last in front',
      ],
      COPY,
    ],
    'Wat van een ander komt, is een kopie: ze draait pas als je op een knop drukt, en alleen in de sandbox van de browser.':
      [COPY],
    'Een Worker met `fetch` wordt aangepast.': [
      [INTAKE, 'a Worker is called by a file beside it, and stays as it is'],
    ],
    'Bij een handler van AWS, een server met Express of code met `require` staat wat je moet veranderen.': [
      [INTAKE, '%s is told what to do'],
    ],
    'Een zip met een pad buiten zijn map, een koppeling of nog een zip erin wordt geweigerd.': [
      [INTAKE, 'with %s in it is refused'],
      [INTAKE, 'with a link to another file is refused'],
      [INTAKE, 'with a zip in it is refused'],
    ],
  },
  'Meenemen naar een echt platform': {
    'De knop Neem mee maakt van de functies in een speeltuin of werkplaats een zip, met je eigen bestanden onveranderd erin.':
      [TAKEN, NEWCOMER],
    'Doelen zijn Cloudflare Workers, AWS Lambda, Google Cloud Run functions, Azure Functions, OCI Functions (Oracle), Knative Functions en een container.':
      [['take-home/trial/trial.test.ts', 'the README names each platform, and no other']],
    'Erbij zitten de instellingen van dat platform, tests van de voorbeelden, en `LEESMIJ.md` met wat je laatste aanroep daar zou kosten.':
      [TAKEN, NEWCOMER],
    'Wat een platform niet heeft, kun je niet kiezen, en er staat bij waarom.': [
      [TAKE_HOME, 'a platform that has no place for a function cannot be chosen, and says why'],
    ],
    '`npm run test:clouds` maakt die projecten van elk voorbeeld en elke uitwerking, en legt wat eruit komt naast het lab.':
      [
        [
          'take-home/clouds/container.test.ts',
          'its own tests pass on what the lab answered, and fail on anything else',
        ],
      ],
    'Aan het eind gaat het de weg van een nieuwkomer: een functie maken in een browser, en op een kale machine de tests van twee zips draaien.':
      [
        NEWCOMER,
        ['clouds/newcomer.test.ts', 'both zips of the newcomer pass their own tests on a bare machine'],
      ],
    'Wat beproefd is, staat op `/meenemen/`.': [
      [TAKE_HOME, 'the page about the platforms names each with its engine, and is linked from the dialog'],
    ],
    'In een account bij een platform is nooit iets gedraaid.': 'what it is',
    'Op `/meenemen/proef/` staat hoe iemand met internet dat in een uur zelf nagaat, met een formulier dat niets verstuurt.':
      [TRIAL, ['take-home/trial/trial.test.ts', 'takes an hour']],
    'Wat wordt ingeleverd, komt in `content/trials/`.': [
      [
        'take-home/trial/trial.test.ts',
        'lies in content/trials/ as it was saved, with its day in front of its name',
      ],
    ],
  },
  'Een maand verkeer': {
    'Op `/verkeer/` draait een maand verkeer op het platform van de lessen, met een klok die vooruit springt.':
      [[TRAFFIC, 'offline it runs like online']],
    'Je kiest een verhaal uit `content/traffic/stories.json`, of tekent een dag met de muis, met de pijltjes of in een tabel.':
      [
        ['traffic/run-scenario.test.ts', 'is a scenario that the shell takes'],
        [TRAFFIC_PATHS, 'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn'],
      ],
    'Ook een CSV met je eigen verkeer mag: je browser leest die, en er wordt niets van verstuurd.': [
      [
        'traffic/own-file.test.ts',
        'the calls of a file run as they are in it, and are the same while they are the same list',
      ],
      [
        'browser/own-traffic.test.ts',
        'a large file is read while the page goes on, and can be stopped; nothing of it is sent',
      ],
    ],
    'Met `dagen=7` in het adres wordt de maand een week.': [
      [
        'traffic/traffic-address.test.ts',
        'fewer days of a story are its first ones, and a week is called one',
      ],
    ],
    'Een functie die je in dit bezoek uitvoerde, doet mee met de tijden die gemeten zijn.': [
      [TRAFFIC_PATHS, 'a function that ran in a lesson is in the list, with the times that were measured'],
    ],
    'Twee instellingen staan naast elkaar, en het adres van de pagina onthoudt ze.': [
      [
        TRAFFIC_PATHS,
        'a ticket sale: where 429s begin, what another limit does, and the same again by its address',
      ],
      ['traffic/traffic-address.test.ts', 'what is written is read back, whatever was set'],
    ],
    'De uitkomst is tot op de laatste cent die van `npm run -s simulate` voor hetzelfde scenario.': [
      ['traffic/run-scenario.test.ts', 'comes to the same as in the shell, to the last digit of each bill'],
    ],
    'Ernaast staat wat servers die altijd aanstaan, met dezelfde aanroepen hadden gedaan.': [
      [
        'traffic/servers.test.ts',
        'one server, enough of them and an autoscaler meet the calls that the function met',
      ],
    ],
  },
  'Een alarm op de bon': {
    'Onder elke kassabon zet je een alarm op een bedrag, op mislukte of geweigerde aanroepen, of op de duur.':
      [
        ['till/alarm/alarm-watch.test.ts', 'counts what was refused, which is on no bill'],
        ['till/alarm/alarm-watch.test.ts', 'is over a p95 when more than one in twenty of a minute is'],
      ],
    'Het gaat af zodra de cijfers binnen zijn, zo laat als je zelf kiest, en zegt hoeveel er intussen bij kwam.':
      [
        [
          'till/alarm/alarm-watch.test.ts',
          'rings as late as the figures come in, with all that was spent by then',
        ],
      ],
    'Het stopt niets, tenzij je aanvinkt dat het ook *Maximaal tegelijk* op 0 zet.': [
      [
        'playground/model/alarm-model.test.ts',
        'an alarm that also stops refuses what comes after it, until the reader gives the limit back',
      ],
    ],
  },
  'Wat je las, komt terug': {
    'Op `/herhaal/` komen de vragen van gelezen lessen na 1, 3, 7 en 21 dagen terug, sommige met getallen die elke keer anders zijn.':
      [
        [
          'review/review.test.ts',
          'after 1, 3, 7 and 21 days for who is right each time, and then after 21 again',
        ],
        ['review/review.test.ts', 'is the same for who thinks it over, and another the next time'],
        [
          'browser/review.test.ts',
          'answers are wiped and brought back, and a store that can’t be read is set aside and said',
        ],
      ],
    'Wat fout ging, komt de volgende dag terug.': [
      ['review/review.test.ts', 'the next day for who is wrong, however well it went before'],
    ],
    'Op `/weet-je-het/` beantwoord je voor en na de cursus twaalf vragen over wat velen denken en niet klopt, en zie je bij elk fout antwoord waarom.':
      [BEFORE_AND_AFTER],
    'Kruisen studenten dat bij het inleveren aan, dan ziet de docent per misvatting de winst van de klas, zonder namen.':
      [
        BEFORE_AND_AFTER,
        [
          'classroom/overview/twelve-tallies.test.ts',
          'whatever is claimed, no share is over one, pairs are no more than either form, and a gain lies from 0 to 1',
        ],
      ],
    'Op `/overzicht/` staat welke les op welke bouwt, met een weg voor een middag, een week en een periode.':
      [
        [
          'course/overview.test.ts',
          'every lesson is on the map, and what it needs comes before it and is used in it',
        ],
        [
          'course/overview.test.ts',
          'a way has what each of its lessons needs before it, and no sitting is longer than it says',
        ],
      ],
    'Wat de cursus is en niet is, staat op `/over/`.': [
      ['built-site/about.test.ts', 'it counts lessons, exercises and prices as they are'],
    ],
  },
  'Een opname, en een fout melden': {
    'Bij Deel bewaar je wat er in een speeltuin gebeurde, in een bestand of, als het kort genoeg is, in een link.':
      [
        [TAPE, 'three calls are saved, and played as they were; changed code is told'],
        [TAPE, 'a short tape fits in a link: it opens elsewhere, and waits for a click'],
      ],
    'Wie de opname opent, ziet met een klik op Speel af hetzelfde gebeuren, met de tijden van toen.': [
      [TAPE, 'three calls are saved, and played as they were; changed code is told'],
    ],
    'Onder een fout staat Meld een fout: die bewaart de opname met de instellingen, de browser en de versie van Functielab, en verstuurt niets.':
      [
        [
          'browser/tape.test.ts',
          'a failure is saved as a file that says what it was, and played by somebody else at a click',
        ],
      ],
  },
  'In de klas': {
    'Op `/docent/` stelt een docent een reeks oefeningen samen: één voor iedereen, in twee varianten of over een aantal weken, met een deadline als echt moment.':
      [WAY, OF_TEACHER],
    'Wat een docent maakt, blijft op dat toestel bewaard om te openen en te kopiëren.': [OF_TEACHER],
    'Een student ziet op elke pagina waar de reeks is, en kan met z’n tweeën inleveren, en zo vaak als nodig.':
      [
        [
          'browser/set-of-student.test.ts',
          'a student is nowhere lost in a set, hands in twice, under two names, and without a network',
        ],
      ],
    'De reeks staat in de link zelf, achter het hekje: geen server ziet die.': [WAY, NO_DATA],
    'Er is een QR-code bij, een afdruk, en een weergave voor het scherm in de klas.': [
      WAY,
      PAPER_AND_SHEET,
      [
        'browser/classroom.test.ts',
        'on the screen of a classroom: large, from page to page, until it is closed',
      ],
    ],
    'Bij elke les horen een lesplan voor 45, 50 of 90 minuten en een werkblad (`content/guides/`).': [
      PAPER_AND_SHEET,
      [CONTENT, 'without a guide, and a guide without a lesson'],
      [CONTENT, 'of too few minutes'],
      ['course/guides.test.ts', 'has a place for each question of the sheet in a lesson of $minutes minutes'],
    ],
    'Op `/docent/periode/` staan plannen voor zes, tien en dertien weken, met een reeks per week.': [
      ['classroom/term-plans.test.ts', 'names lessons that are there, each once at most'],
    ],
    'Voor het dossier van een school is er `/docent/privacy/`: wat er op een toestel blijft, en een blad om in te vullen voor Nederland en voor Vlaanderen, met een bron bij elk feit.':
      [
        ['classroom/kept-on-device.test.ts', 'each name under which the source keeps something has a row'],
        ['built-site/school-file.test.ts', 'has what a school fills in, and a source for each fact'],
      ],
    'Op `/docent/oefening/` maakt een docent een eigen oefening in een formulier: een opdracht, startcode, een oplossing en controles.':
      [OWN_WAY],
    'Voordat de oefening naar een klas gaat, draaien de controles op de oplossing en op de startcode.': [
      OWN_WAY,
      ['authoring/try-out.test.ts', 'one that is right may go, and what the start code passes is said'],
    ],
    'Ze gaat mee in een reeks, zonder de oplossing, en draait in dezelfde sandbox als een oefening van de cursus.':
      [
        OWN_WAY,
        ['exercises/set.test.ts', 'the solution of an own exercise goes into no link and no file'],
        ['exercises/own.test.ts', 'for marking, the runner knows it by its very sample'],
      ],
    'Een student levert één bestand in, `.functielab.json`: de code, een naam naar keuze en het moment waarop het gemaakt is.':
      [WAY, [HAND_IN, 'a hand-in comes back out of its file']],
    'Op `/docent/nakijken/` draait de code opnieuw, in de sandbox van de browser van de docent.': [
      WAY,
      [
        'classroom/marking-in-sandbox.test.ts',
        'marking reaches no container: nothing that it imports knows one',
      ],
    ],
    'Losse bestanden mogen, of de zip van een leeromgeving, ook met zips erin: elk bestand wordt nagekeken of genoemd, met de reden.':
      [
        [HAND_IN, 'files and zips together, in their order; what is no hand-in says so'],
        [ZIP, '%s is refused with a reason'],
        [ZIP, 'one level of zips is opened, and the next one is named'],
      ],
    'De zip van één student neemt de rest van de klas geen plaats af.': [
      [
        'attacks/files.test.ts',
        'a zip in a zip with more bombs than there is room for takes nothing from who comes after',
      ],
      [
        'attacks/files.test.ts',
        'a zip in a zip with more files than there are places for takes nothing from who comes after',
      ],
    ],
    'Wat een bestand over zichzelf beweert, telt niet.': [
      [HAND_IN, 'what a file claims about its own results is not in what is read'],
    ],
    'De uitslag is een tabel met een rij voor iedereen, en naast de gekozen naam staan de map en het bestand.':
      [WAY, [ZIP, 'a row for everybody: %s']],
    'De zips van Moodle, Canvas, Brightspace en Blackboard (ook Toledo) leest ze zoals die ze zelf noemen; voor Smartschool en itslearning vonden we geen bron, en daar geldt dat een map van iemand is.':
      [
        [SYSTEMS, 'everybody has one row, and it has their own work and nobody else’s'],
        [SYSTEMS, 'and each trouble is told, where the environment tells it'],
        [ZIP, 'a folder by name tells whose it is, a folder for all of them does not'],
      ],
    'Een klassenlijst zegt wie niets inleverde.': [
      [
        'classroom/class-list.test.ts',
        'who is missing, also when an empty folder came, who is too many, and who may be two',
      ],
      TAKEN_OUT,
    ],
    'Gelijk werk blijft gelijk met andere namen, ander commentaar of andere spaties.': [
      ['classroom/equal-work.test.ts', 'the same but for %s'],
    ],
    'Wat eruit komt, bewaar je als Excel, als CSV, als kolom voor Canvas, Moodle of Brightspace, en als feedback per student: om af te drukken, of als zip die Moodle en Canvas terugnemen.':
      [
        TAKEN_OUT,
        [EXPORT, 'in the workbook a number is a number, a moment a moment, and what somebody wrote is text'],
        [EXPORT, 'the CSV has semicolons, decimal commas, a mark before it, and no formula'],
        [
          EXPORT,
          'Canvas: the number that it gave, or the list, and a line of points; who it can’t find is told',
        ],
        [EXPORT, 'goes back to a Moodle in the folders that it gave'],
        [EXPORT, 'goes back to a Canvas under the two numbers that it looks for'],
      ],
    'Het nakijken blijft bewaard op het toestel van de docent en gaat als bestand mee.': [
      MARKING_TERM,
      [
        MARKING_MODEL,
        'what a teacher put in is there again on the same device, with the verdicts, and nothing runs again',
      ],
      [MARKING_MODEL, 'two markings are two, and a file opens as a third or goes into the one that is open'],
    ],
    'Het kan stil worden gezet en later verder, ook na het sluiten van de pagina, en wie later inlevert, komt erbij.':
      [
        MARKING_TERM,
        [MARKING_MODEL, 'stopped, it marks no more; it goes on where it was'],
        [
          MARKING_MODEL,
          'later hand-ins are added: the newest of a person counts, the earlier stays to be seen, nothing runs twice',
        ],
      ],
    'Met een gewicht per oefening en een norm komt er een cijfer uit, van 1 tot 10 en op 20.': [
      ['classroom/totals.test.ts', 'a weight counts, and what weighs nothing is in no sum'],
      [
        'classroom/totals.test.ts',
        'a better share never has a lower mark, and passing shows in both of them',
      ],
    ],
    'Wie de startcode liet staan, verdient niets.': [
      ['classroom/totals.test.ts', 'untouched start code earns nothing, also where a check happens to pass'],
    ],
    'Naast die tabel staat wat de klas niet begreep: hoe vaak elke controle misging, en wie dezelfde fout maakte, met de kortste code als voorbeeld.':
      [
        OVERVIEW,
        [
          'classroom/overview/groups.test.ts',
          'are six groups, one for each misconception, each with the right example',
        ],
      ],
    'Er is een weergave zonder namen voor op het scherm.': [
      OVERVIEW,
      ['classroom/overview/overview.test.ts', 'no part of a name is left, whatever it is'],
    ],
    'Een student kan voorspellingen en aanroepen mee inleveren: de pagina toont dan wat er voorspeld is, en speelt de aanroepen van de hele klas samen af op één functie, met één rekening.':
      [
        OVERVIEW,
        ['classroom/claims.test.ts', 'go only those of the set, and only what was ticked'],
        [
          'classroom/class-traffic.test.ts',
          'calls as often as all of its recordings do, and each call is warm, cold or refused',
        ],
      ],
  },
  'In een leeromgeving': {
    'Op `/docent/pakket/` maakt een docent in de browser een SCORM-pakket: van de hele cursus, van lessen naar keuze of van een reeks, ook met eigen oefeningen.':
      [
        MADE_HERE,
        [
          'browser/package-maker.test.ts',
          'a set is taken from its link; it can be stopped, and says what to do without a network',
        ],
        ['scorm/maker/plan-choice.test.ts', 'an own exercise of a set counts with its checks'],
      ],
    'Op de opdrachtregel komt hetzelfde uit dezelfde site:': [MADE_HERE],
    'npm run scorm | de hele cursus': [[PLAN, 'the whole course, in which every lesson counts']],
    'npm run scorm -- --les betalen-per-gebruik | één les': [
      [PLAN, 'one lesson, which alone counts'],
      PACKAGE_12,
    ],
    'npm run scorm -- --per-les | elke les apart, naast de cursus': [
      [PLAN, 'each lesson besides the course'],
    ],
    'Dat maakt in `dist-scorm/` zips voor SCORM 1.2 en SCORM 2004.': [PACKAGE_12, PACKAGE_2004],
    'npm run scorm -- --slaag 60 | met een norm: wie 60 van de 100 haalt, is geslaagd': [
      [REPORT, 'a pass mark: unknown until it is reached or all is done, and then never lost'],
    ],
    'npm run scorm -- --alleen-oefeningen | alleen de oefeningen tellen mee': [
      [PLAN, 'only exercises: no lesson counts, and a visit begins with the set'],
    ],
    'Elke zip is ongeveer 4 MB en bevat de hele cursus; wat verschilt, is waar ze opent en wat meetelt.': [
      PACKAGE_12,
      PACKAGE_2004,
      [PLAN, 'one lesson, which alone counts'],
    ],
    'klaar (`completed`) | als elke les die meetelt, gelezen is; met alleen oefeningen als de norm gehaald is, en zonder norm als elke controle goed is':
      [
        PACKAGE_2004,
        [REPORT, 'nothing, half and all'],
        [REPORT, 'only exercises: done at the pass mark, or, without one, when every check passed'],
      ],
    'geslaagd (`passed`) | als de score de norm haalt; in SCORM 1.2 staat dat in plaats van klaar': [
      PACKAGE_12,
      [SESSION, 'SCORM 1.2 has one status for both'],
      [SESSION, 'SCORM 2004 has one for each'],
    ],
    'score, 0 tot 100 | het deel van de controles dat goed is': [
      PACKAGE_12,
      [REPORT, 'nothing, half and all'],
    ],
    'voortgang (alleen SCORM 2004) | het deel van alles: gelezen lessen en goede controles': [
      PACKAGE_2004,
      [REPORT, 'nothing, half and all'],
    ],
    'elke controle | of ze goed was, de laatste keer, en wat de code antwoordde': [
      [
        SESSION,
        'each check is one interaction, with its last result, in a place that a later visit overwrites',
      ],
    ],
    'Een les telt als gelezen als het einde in beeld was en de student er een stap of een controle deed, of er zo lang bij bleef als vlot lezen duurt: een seconde voor tien woorden, maximaal drie minuten.':
      [
        PACKAGE_2004,
        [READING, 'scrolling to the end is not reading'],
        [READING, 'a second in view for ten words, three minutes at most'],
        [READING, 'who has done a step or a check does not have to wait, but has to see the end'],
      ],
    'De voortgang en de code gaan mee naar een ander toestel, met de nieuwste code eerst: in SCORM 1.2 passen er 4.096 tekens, in SCORM 2004 64.000.':
      [
        HOSTILE_FRAME,
        [SESSION, 'a visit is reported, and the next one goes on where it ended'],
        [SUSPEND, 'the newest goes first, what has no room is named, and a smaller one still goes along'],
      ],
    'De balk boven de cursus zegt van welke code er geen plaats meer is, en geeft die als bestand.': [
      [BAR, '4,096 characters full: which code has no room, where it is, and a file'],
    ],
    'Van twee toestellen wint per functie de nieuwste versie, en de andere is er als bestand.': [
      [
        'scorm/session/learners-shelf.test.ts',
        'what was typed on two devices at once: the newest wins, the other is put aside and travels',
      ],
    ],
    'Bewaren gebeurt maximaal één keer per tien seconden, en bij het sluiten.': [
      [SESSION, 'at most one save in ten seconds, and at the end what waits is saved'],
    ],
    'Met Lever in maakt een student in een pakket hetzelfde bestand als op de site.': [HOSTILE_FRAME],
    'In een leeromgeving is de pagina niet geïsoleerd, dus daar werkt alleen de omgeving Browser; de speeltuin zegt dat.':
      [PACKAGE_12, ['host/webcontainer/support.test.ts', 'in a frame']],
    'De pakketten zijn getest met scorm-again, niet in elke leeromgeving.': [PACKAGE_12, PACKAGE_2004],
    'Ze hebben geen XSD-bestanden bij zich; de leeromgevingen die we kennen, vragen daar niet om.': [
      PACKAGE_12,
    ],
  },
  'De site hosten': {
    '`npm run build` maakt de map `dist/`.': [
      [PLACE, 'takes the place of the one before, of which nothing is left'],
    ],
    'Die wordt pas vervangen als de nieuwe site af is: mislukt de bouw, dan blijft de vorige staan.': [
      [PLACE, 'each time, the old site stays, and the reason is told in Dutch'],
    ],
    'Elke host voor gewone bestanden kan de map tonen.': [ANY_HOST],
    'Welke headers bij welk adres horen, staat in `dist/_headers`: het beveiligingsbeleid, en wat elke pagina isoleert, want dat heeft WebContainer nodig.':
      [
        ['build/headers-file.test.ts', 'says which headers go with which path'],
        [HEADERS, 'is where a reader can choose WebContainer: in lessons and in exercises'],
        [HEADERS, 'is the same on every other page, so that a visit stays in one process'],
      ],
    "Volgens het beleid draait alleen een script dat de bouw kent: het staat er met zijn hash in, of zo'n script heeft het toegevoegd.":
      [
        [HEADERS, 'names the script of every page and of the sandbox by its hash'],
        [HEADERS, 'names no other script: what those add is trusted, and no address is'],
      ],
    'Wat iemand anders in een pagina zet, draait niet: geen script, geen `onerror`, geen frame, en ook geen onderdeel dat de pagina zou starten.':
      [INJECTED, INJECTED_PACKAGE, NO_ADDRESS],
    'Dat houden `test/browser/injection/` (in Chromium, Firefox en WebKit) en `test/built-site/headers.test.ts` vast.':
      [INJECTED, NO_ADDRESS],
    'Netlify en Cloudflare Pages lezen `dist/_headers` zelf.': [
      ['build/headers-file.test.ts', 'joins a header that two rules set, as the hosts do'],
      ['build/headers-file.test.ts', 'refuses a line that Cloudflare Pages would ignore'],
      ['build/headers-file.test.ts', 'refuses more rules than Cloudflare Pages reads'],
    ],
    'Daar hoef je niets voor te doen.': 'how it is done',
    'nginx, Caddy en Apache: laat de instellingen maken.': [
      [RECIPE, 'for nginx sets each header once, and by path where it has to'],
      [RECIPE, 'for Caddy does the same'],
      [RECIPE, 'for Apache does the same'],
    ],
    'Doe dat opnieuw na elke bouw, want het beleid verandert mee.': [
      ['built-site/hosting.test.ts', 'its recipe names each header, value and path of this build'],
    ],
    'Zet de inhoud van `dist/` in de map achter `--root`.': 'how it is done',
    'Wat je met het bestand doet, staat erin; ook hoe je https en brotli aanzet waar dat niet vanzelf gaat.':
      [[RECIPE, 'for %s packs, and keeps the version of the server to itself'], HTTPS],
    'HSTS gaat over https vanzelf mee, en over gewone http nooit.': [
      HTTPS,
      ['built-site/hosting-https.test.ts', 'sends no wish for https over plain http'],
    ],
    'IIS: met `npm run -s hosting iis > web.config`.': [
      [RECIPE, 'for IIS says it for the site, for a folder and for a file, as XML, and a 404 is not kept'],
      [RECIPE, 'for IIS refuses what IIS has no words for'],
    ],
    'Dat recept is nog niet in een echte IIS geprobeerd.': 'measured',
    'Een andere server: neem de headers uit `dist/_headers` over.': 'how it is done',
    // That it gives no headers: https://github.com/orgs/community/discussions/54257.
    'GitHub Pages kan geen headers meegeven, maar de cursus werkt er toch, want de sandbox heeft ook een eigen beleid.':
      [['host/browser/frame-document.test.ts', 'the policy is the first element of the frame'], PACKAGE_12],
    'Alleen de keuze voor WebContainer staat daar uit, en de pagina zegt dat.': [
      [SUPPORT, 'no headers'],
      PACKAGE_12,
    ],
    'In een leeromgeving: de cursus mag in het frame van een andere site staan.': [
      [HEADERS, 'lets a learning environment frame the course'],
    ],
    'Ook daar staat de keuze voor WebContainer uit.': [
      [SUPPORT, 'in a frame'],
      [
        'browser/container-failures.test.ts',
        'in the frame of another page it can not be, and says to open a tab of its own',
      ],
    ],
    'Of maak een pakket: zie "In een leeromgeving".': 'how it is done',
    'In een map: bouw met `BASE_PATH=/cursus/`.': [
      ['build/links-integration.test.ts', 'under a base path, a link that forgets it is dead'],
      ['built-site/hosting.test.ts', 'answers as our own server does for a site in %s'],
    ],
    'Geef met `SITE_URL=https://voorbeeld.nl` het adres van de site door.': [
      [RECIPE, 'takes the name from the address of the site, and else one to change'],
    ],
    'Een adres voor vragen: bouw met `CONTACT=help@voorbeeld.nl`, of met een adres dat met `https://` begint.':
      [
        [FACTS, 'a contact is an address for mail or of a page'],
        [FACTS, '"%s" is no contact, and the build says so in Dutch'],
      ],
    'Het staat dan op de pagina `/licenties/`; zonder staat daar dat er geen is.': [
      [
        'built-site/licences.test.ts',
        'who offers the site can be asked, or the page says that nobody told how',
      ],
    ],
    'De dag onderaan elke pagina is die van de commit, of die van `SOURCE_DATE_EPOCH`.': [
      [FACTS, 'the day is the one on which the commit was made'],
      [FACTS, 'SOURCE_DATE_EPOCH goes first, and needs no repository'],
    ],
    'GitHub Pages, vanzelf: `.github/workflows/pages.yml` bouwt de site en zet die neer bij elke push.':
      'what it is',
    'Https is nodig: een service worker bewaart de cursus op het toestel van de lezer, zodat de cursus ook zonder netwerk werkt, en een WebContainer start alleen via https.':
      [OFFLINE],
    'Op `localhost` mag het zonder.': [OFFLINE],
    'Op `/bewezen/` staat wat bewezen is, met welke test, op welke commit en in welke browsers, en wat niet.':
      [
        [
          'built-site/proven.test.ts',
          'each claim stands there with how to try it, and so does what is not proven',
        ],
      ],
    'De beweringen staan in `src/proof/`, elk met de code waar ze over gaan.': [
      [
        'proof/how-it-stands.test.ts',
        'every claim has tests and folders that are there, and a name of its own',
      ],
    ],
    '`npm test -- --record` schrijft in `content/proof/record.json` wat het bewezen zag; is die code daarna veranderd, dan zegt de pagina dat het bewijs ouder is.':
      [
        [
          'cli/record-proof.test.ts',
          'in each family its own tests count, and a family only when every part of the claim was tried in it',
        ],
        [
          'proof/how-it-stands.test.ts',
          'a proof of other code is older, one that was never seen is not there yet',
        ],
      ],
    'Met `npm test -- test/browser/paths.test.ts` draai je één bestand, op een site die net gebouwd is.': [
      [
        'cli/test-settings.test.ts',
        'files and a record come when they are asked for, and only files of tests',
      ],
    ],
    'Op `/toegankelijkheid/` staat per criterium van WCAG 2.2 welke test het vasthoudt en wat een mens nog moet bekijken, met een concept voor de toegankelijkheidsverklaring van wie de cursus aanbiedt.':
      [
        ['proof/wcag.test.ts', 'each criterion of levels A and AA stands there once, in the order of WCAG'],
        ['proof/wcag.test.ts', 'every test that it names is there'],
      ],
    '`npm run release` maakt in `release/` wat een school nodig heeft die geen bron en geen Node heeft: een zip met de gebouwde site en de instellingen van nginx, Apache, Caddy en IIS, de pakketten voor een leeromgeving, het gereedschap voor een terminal, en `SHA256SUMS`.':
      [
        [
          RELEASE,
          'a release has the site, each server’s settings for exactly this build, and how to put it there',
        ],
        [RELEASE, 'the sums are those of the files, as sha256sum reads them'],
      ],
    'In de zip staat in `LEESMIJ.md` hoe je hem neerzet.': [
      [
        RELEASE,
        'a release has the site, each server’s settings for exactly this build, and how to put it there',
      ],
    ],
    'Op een nginx waar nog niets op staat, zijn dat drie regels, en dezelfde drie zetten een nieuwe versie over een oude:':
      [
        [RELEASE, 'three lines put it on a bare nginx, and the same three put it over an older one'],
        [RELEASE, 'who has a file of the last release gets that of the next, also when it is as long'],
      ],
    'Dezelfde commit geeft dezelfde bytes, in elke map en in elke tijdzone, met `npm run release -- --opnamen opnamen.json`.':
      [
        [RELEASE, 'the same site gives the same bytes'],
        [
          RELEASE,
          'the moment of a file follows from what is in it, in any time zone, and is one that a zip can say',
        ],
        ['build/scripts-integration.test.ts', 'no name in it is made of the folder of the project'],
        [
          'build/recording/kept-runs.test.ts',
          'runs that are given are those of the site, for the same samples alone',
        ],
      ],
    'In dat bestand, dat in de zip zit, staan de tijden van de voorbeelden op papier: die worden gemeten, en zijn zonder het bestand elke keer anders.':
      [
        [
          'build/recording/kept-runs.test.ts',
          'runs that are given are those of the site, for the same samples alone',
        ],
      ],
    'Staat er iets in de map wat in geen commit zit, dan komt er geen release, of je geeft `--met-wijzigingen` mee.':
      [
        [
          'cli/release.test.ts',
          'what is in no commit is not released, and neither is a version of which nothing is told',
        ],
      ],
    'Wat lezers met versie 0.1 maakten, is er na een nieuwe versie nog: hun code, opslag, voortgang, links en inleveringen.':
      [
        ['browser/upgrade.test.ts', 'code, stores and progress of 0.1 are there, and go on'],
        ['browser/upgrade.test.ts', 'a link with code and a link with a set, both of 0.1, open'],
        ['browser/upgrade.test.ts', 'a hand-in of 0.1 is marked'],
      ],
    'Een speeltuin draait in de sandbox van de browser.': [
      ['playground/hosts/table.test.ts', 'one host is there at once, and each other one says how it starts'],
    ],
    'Een lezer kan in plaats daarvan WebContainer kiezen: echte Node.js in de browser, van het bedrijf StackBlitz.':
      [[CONTAINER, 'the same log, instances and receipt go on when the reader changes hosts']],
    'Pas na die keuze laadt een pagina iets van `stackblitz.com`.': [
      [
        CONTAINER,
        'nothing comes from elsewhere before the reader has said yes, and the notice says from where',
      ],
    ],
    'StackBlitz ziet dan het adres van je site, maar niet welke les het is.': [
      [HEADERS, 'tells StackBlitz which site this is, and nobody which lesson'],
    ],
    'Twee variabelen bij het bouwen:': 'how it is done',
    "`WEBCONTAINER_API_KEY` | de sleutel van StackBlitz voor jouw site. Hij staat leesbaar in de pagina's, dus geef bij StackBlitz op voor welke sites hij geldt":
      [
        ['build/webcontainer-settings.test.ts', '%j'],
        ['build/webcontainer-settings.test.ts', 'refuses %j in words'],
      ],
    '`WEBCONTAINER_COEP` | `require-corp` (standaard) of `credentialless`: de header waarmee een pagina geïsoleerd wordt. Niet elke browser kent de tweede':
      [
        ['build/webcontainer-settings.test.ts', '%j'],
        ['build/webcontainer-settings.test.ts', 'refuses %j in words'],
        ['build/response-headers.test.ts', '%s is for every page and file'],
      ],
    'Reken op een sleutel: gebruikers melden dat een WebContainer op `localhost` zonder sleutel start, en op een eigen adres niet (melding 2056, gelezen 2026-11).':
      { source: 'https://github.com/stackblitz/webcontainer-core/issues/2056' },
    'Netwerk van een school.': 'what it is',
    'Netwerken van scholen blokkeren WebContainer soms (melding 310, gelezen 2026-11).': {
      source: 'https://github.com/stackblitz/tutorialkit/issues/310',
    },
    'De cursus werkt dan wel.': [['browser/container-failures.test.ts', 'the remote frame']],
    'Sta voor WebContainer https toe naar deze adressen:': 'how it is done',
    '`stackblitz.com` | het starten | de code van `@webcontainer/api`': {
      source: 'https://www.npmjs.com/package/@webcontainer/api',
    },
    '`*.staticblitz.com` | bestanden van WebContainer, en pakketten van npm | uitleg van WebContainers': {
      source: 'https://webcontainers.io/tutorial/2-setting-up-webcontainers',
    },
    '`*.webcontainer-api.io`, `*.webcontainer.io` | het voorbeeld van een server in de container | melding 1870 en melding 486':
      { source: 'https://github.com/stackblitz/webcontainer-core/issues/1870' },
    'Ook een blokkade van cookies van andere sites kan WebContainer tegenhouden (problemen oplossen, gelezen 2026-11).':
      { source: 'https://webcontainers.io/guides/troubleshooting' },
    'Voorwaarden.': 'what it is',
    'De bibliotheek in dit project heeft de MIT-licentie.': {
      source: 'https://www.npmjs.com/package/@webcontainer/api',
    },
    'De dienst erachter heeft eigen voorwaarden: wie de bibliotheek inbouwt, gaat akkoord met die van StackBlitz (README van `@webcontainer/api`, gelezen 2026-11).':
      { source: 'https://www.npmjs.com/package/@webcontainer/api' },
    'Met winstoogmerk: voor echt gebruik, voor klanten of voor eigen medewerkers, is een betaalde licentie nodig.':
      { source: 'https://webcontainers.io/enterprise' },
    'Voor een proef niet (Commercial Usage, gelezen 2026-11 in de versie van november 2024).': {
      source: 'https://webcontainers.io/enterprise',
    },
    'Zonder winstoogmerk: die pagina vraagt dan geen licentie, maar zegt er verder niets over.': {
      source: 'https://webcontainers.io/enterprise',
    },
    'Lees de voorwaarden of vraag het StackBlitz voordat je de cursus aan een klas geeft.': 'how it is done',
  },
};
