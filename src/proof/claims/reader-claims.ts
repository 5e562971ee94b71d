/** What is proven of the way of a reader. */
import type { Claim } from '../a-claim.ts';
import { READER } from './in-common.ts';

export const READER_CLAIMS: readonly Claim[] = [
  {
    id: 'paths',
    area: 'readers',
    says: 'Een les openen, een functie veranderen, uitvoeren, stoppen en herstellen, een bestand uploaden, een bericht dat mislukt en een link die deelt: het werkt zoals de lessen zeggen.',
    tests: [
      [
        'browser/paths.test.ts',
        'a newcomer runs a function, cold and then warm, and goes on to lesson 1 with what it cost',
      ],
      [
        'browser/paths.test.ts',
        'an edit is there after a reload; Herstel and Ongedaan maken go back and forth',
      ],
      [
        'browser/paths.test.ts',
        'Stop ends a run, which is billed until then; Maak leeg empties the playground, not the bill',
      ],
      [
        'browser/paths.test.ts',
        'of fifty calls at once the limit lets ten through, each on an instance of its own, and bills no other',
      ],
      [
        'browser/paths.test.ts',
        'a file that is dropped becomes totals in the bucket; one that lies is told, and breaks nothing',
      ],
      [
        'browser/paths.test.ts',
        'a message that fails three times is a dead letter; mended and sent again it is done',
      ],
      [
        'browser/paths.test.ts',
        'a link opens as a copy with somebody else, runs nothing, and leaves one’s own version alone',
      ],
    ],
    about: [...READER, 'src/sharing'],
    isPerFamily: true,
  },
  {
    id: 'visit',
    area: 'readers',
    says: 'De bon van een bezoek gaat mee van pagina naar pagina, ook naar een dubbel tabblad, en geen teller loopt terug.',
    tests: [
      [
        'browser/visit-paths.test.ts',
        'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
      ],
      [
        'browser/visit-paths.test.ts',
        'a tab that is duplicated begins with a copy and goes its own way; tariff and read marks are shared, live',
      ],
    ],
    about: ['src/till', 'src/progress'],
    isPerFamily: true,
  },
  {
    id: 'offline',
    area: 'readers',
    says: 'Wie begonnen is, heeft de hele cursus ook zonder netwerk.',
    tests: [['browser/offline-paths.test.ts', 'once a reader has begun, the course works without a network']],
    about: ['src/site/offline'],
    isPerFamily: true,
  },
  {
    id: 'sharing',
    area: 'readers',
    says: 'Code gaat met een link of een bestand naar een ander, die vooraf ziet wat er in de eigen versie verandert.',
    tests: [
      [
        'browser/sharing-paths.test.ts',
        'a copy becomes one’s own only after the reader has seen what that changes',
      ],
      [
        'browser/sharing-paths.test.ts',
        'code that is too long for a link goes as a file; who opens it says whose it is',
      ],
      ['browser/tape-paths.test.ts', 'three calls are saved, and played as they were; changed code is told'],
      [
        'browser/tape-paths.test.ts',
        'a short tape fits in a link: it opens elsewhere, and waits for a click',
      ],
    ],
    about: ['src/sharing', 'src/playground'],
    isPerFamily: true,
  },
  {
    id: 'progress',
    area: 'readers',
    says: 'Je voortgang staat op elke pagina, gaat als bestand mee naar een ander toestel, en is met een knop weg.',
    tests: [
      [
        'browser/progress-paths.test.ts',
        'progress goes to another device as a file; a broken file changes nothing; one button wipes it',
      ],
      [
        'browser/progress-paths.test.ts',
        'two tabs lose nothing of each other, and what one wipes stays wiped',
      ],
    ],
    about: ['src/progress'],
    isPerFamily: true,
  },
  {
    id: 'interrupted',
    area: 'readers',
    says: 'Valt het netwerk weg of komt er een nieuwe versie terwijl je leest, dan gaat door wat open is, staat er wat je kunt doen, en ben je niets kwijt.',
    tests: [
      [
        'browser/odd/interrupted-visit.test.ts',
        'the network drops: what is open goes on, what is not there yet says so, and comes when it is back',
      ],
      [
        'browser/odd/interrupted-visit.test.ts',
        'a new version is put online: the page says so, goes on, and has all that is mine after a reload',
      ],
    ],
    about: ['src/site/shell', 'src/site/offline', 'src/playground', 'src/till'],
  },
  {
    id: 'nothing-kept',
    area: 'readers',
    option: '--condition=no-storage',
    says: 'Mag de site van je browser niets bewaren, dan zegt elke pagina dat waar je iets zou verliezen, en werkt de rest.',
    tests: [
      ['browser/bad-input.test.ts', 'storage that is %s: everything works, and a note says what is lost'],
      ['browser/odd/no-storage.test.ts', 'where nothing is kept, /%s works'],
    ],
    about: ['src/playground', 'src/till', 'src/progress', 'src/review', 'src/workshop', 'src/authoring'],
  },
  {
    id: 'hour',
    area: 'readers',
    option: '--deep',
    says: 'Na vijftig speeltuinen achter elkaar houdt een pagina niet meer geheugen vast dan een tiende boven het begin.',
    tests: [
      [
        'browser/odd/hour-of-playgrounds.test.ts',
        'after fifty playgrounds on as many pages a page holds what it held at first',
      ],
    ],
    about: [...READER],
  },
  {
    id: 'nothing-sent',
    area: 'readers',
    says: 'Een server krijgt alleen vragen om bestanden: niets van wat een lezer schreef of deed gaat mee.',
    tests: [
      [
        'browser/privacy.test.ts',
        'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
      ],
      [
        'browser/privacy.test.ts',
        'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
      ],
      [
        'browser/privacy.test.ts',
        'opening pages, a link and what was kept runs nothing: there is no sandbox before a click',
      ],
    ],
    about: [
      'src/site/shell',
      'src/site/offline',
      'src/build/response-headers.ts',
      'src/sharing',
      'src/progress',
      'src/classroom/school-file',
    ],
  },
  {
    id: 'upgrade',
    area: 'readers',
    says: 'Wat een lezer met de eerste versie maakte, is er in deze: code, opslag, voortgang, links, een inlevering en de voortgang van een pakket.',
    tests: [
      ['browser/upgrade.test.ts', 'code, stores and progress of 0.1 are there, and go on'],
      ['browser/upgrade.test.ts', 'a file with progress of 0.1 is read'],
      ['browser/upgrade.test.ts', 'a link with code and a link with a set, both of 0.1, open'],
      ['browser/upgrade.test.ts', 'a hand-in of 0.1 is marked'],
      ['browser/upgrade.test.ts', 'what a learning environment kept of a package of 0.1 is read: SCORM %s'],
    ],
    about: ['src/progress', 'src/sharing', 'src/classroom', 'src/scorm', 'src/playground/model'],
  },
  {
    id: 'workplace',
    area: 'readers',
    says: 'In de werkplaats maak je een eigen functie, stel je die in met formulieren of in functielab.json, en bewaar, kopieer, deel en open je die weer, ook als zip.',
    tests: [
      [
        'browser/workshop-paths.test.ts',
        'a CRUD function is made, run and billed, and is there after a reload',
      ],
      [
        'browser/workshop-paths.test.ts',
        'a form writes functielab.json, and what is typed there changes the form and the laboratory',
      ],
      ['browser/workshop-paths.test.ts', 'a file is made, used, renamed and removed, each with a way back'],
      ['browser/workshop-paths.test.ts', 'workplaces are listed, copied, thrown away and got back'],
      [
        'browser/workshop-paths.test.ts',
        'a link is a copy that runs nothing, in a lab of its own, until its reader takes it over',
      ],
      ['browser/workshop-paths.test.ts', 'in a second tab a workplace is a copy, and says so'],
      ['browser/workshop-paths.test.ts', 'a workplace is saved as a zip, and that zip opens again'],
    ],
    about: ['src/workshop', 'src/project', 'src/playground', 'src/sharing'],
    isPerFamily: true,
  },
  {
    id: 'workplace-refuses',
    area: 'readers',
    says: 'Wat niet in de werkplaats kan, wordt in een zin geweigerd, en er gaat niets verloren.',
    tests: [
      ['browser/workshop.test.ts', 'what can not be taken is refused in a sentence, and nothing is lost'],
    ],
    about: ['src/workshop', 'src/project'],
  },
  {
    id: 'tool',
    area: 'readers',
    says: 'Het programma voor je eigen computer draait een map in de sandbox en in Node, en de kassabon is die van de rekening, tot op het laatste cijfer.',
    tests: [
      [
        'tool/lab.browser.test.ts',
        'runs the folder in the sandbox, shows what is saved without running it, and asks nobody else',
      ],
      [
        'tool/lab.browser.test.ts',
        'runs it in Node as well, and its receipt is that of the bill, to the last digit',
      ],
    ],
    about: ['src/tool', 'src/tool-page', 'src/project', 'src/host', 'src/billing'],
  },
  {
    id: 'take-home',
    area: 'readers',
    says: 'Neem mee zegt van elk platform waarin het beproefd is, en laat geen platform kiezen dat voor de functie geen plaats heeft.',
    tests: [
      [
        'browser/take-home.test.ts',
        'a platform that has no place for a function cannot be chosen, and says why',
      ],
      [
        'browser/take-home.test.ts',
        'the page about the platforms names each with its engine, and is linked from the dialog',
      ],
    ],
    about: ['src/take-home'],
  },
  {
    id: 'review',
    area: 'readers',
    says: 'Herhaal zegt bij een fout antwoord waarom, en vraagt elke vraag op een andere dag opnieuw.',
    tests: [
      ['browser/review.test.ts', 'a round: wrong tells why, right goes on, and all come back on another day'],
    ],
    about: ['src/review'],
    isPerFamily: true,
  },
];
