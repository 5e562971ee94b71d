/** What is proven in a classroom, in a learning environment, and on a server. */
import type { Claim } from '../a-claim.ts';

export const SCHOOL_CLAIMS: readonly Claim[] = [
  {
    id: 'exercises',
    area: 'school',
    says: 'Van elke oefening slagen de oplossing en de andere goede uitwerkingen die we schreven, en worden alle foute die we schreven afgekeurd.',
    tests: [
      ['exercises/every-exercise.test.ts', 'the solution passes, the start code does not'],
      ['exercises/fixtures.test.ts', 'right solutions pass'],
      ['exercises/fixtures.test.ts', 'wrong solutions fail'],
    ],
    about: ['src/exercises', 'src/till/prices', 'content/functions'],
  },
  {
    id: 'own-exercise',
    area: 'school',
    says: 'Een docent maakt een eigen oefening, probeert die, en een student maakt ze.',
    tests: [
      ['browser/own-exercise.test.ts', 'a teacher makes an exercise, tries it, and a student makes it'],
    ],
    about: ['src/authoring', 'src/exercises'],
  },
  {
    id: 'class',
    area: 'school',
    says: 'Een reeks wordt gemaakt, elders geopend, opgelost, ingeleverd en met 29 andere inleveringen nagekeken.',
    tests: [
      [
        'browser/classroom.test.ts',
        'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
      ],
    ],
    about: ['src/classroom', 'src/exercises'],
    isPerFamily: true,
  },
  {
    id: 'set-of-student',
    area: 'school',
    says: 'Een student ziet op elke pagina waar de reeks is, levert twee keer in, ook met z’n tweeën, en ook zonder netwerk.',
    tests: [
      [
        'browser/set-of-student.test.ts',
        'a student is nowhere lost in a set, hands in twice, under two names, and without a network',
      ],
    ],
    about: ['src/classroom/sets', 'src/classroom/hand-in', 'src/site/offline'],
    isPerFamily: true,
  },
  {
    id: 'marking',
    area: 'school',
    says: 'Nakijkwerk wordt gestopt en teruggevonden, krijgt een late inlevering erbij, cijfers en opmerkingen, en gaat als bestand naar een ander toestel.',
    tests: [
      [
        'browser/marking-term.test.ts',
        'a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place',
      ],
    ],
    about: ['src/classroom', 'src/exercises'],
    isPerFamily: true,
  },
  {
    id: 'taken-out',
    area: 'school',
    says: 'Uit het nakijken komt wat een school nodig heeft: wie niets inleverde, een tabel, een kolom met cijfers voor je leeromgeving en feedback per student.',
    tests: [
      [
        'browser/marking-export.test.ts',
        'a class is marked, its list says who is missing, and all that goes to a school is taken out',
      ],
    ],
    about: ['src/classroom'],
    isPerFamily: true,
  },
  {
    id: 'before-and-after',
    area: 'school',
    says: 'Weet je het? zegt niets tot het einde, geeft dan bij elk fout antwoord de reden, en toont de winst van een klas zonder namen.',
    tests: [
      [
        'browser/weet-je-het.test.ts',
        'before and after the course: nothing is told until the end, then each wrong answer has its reason, and a class sees its gain',
      ],
      [
        'browser/weet-je-het.test.ts',
        'who did nothing before still learns what is known after; answers are wiped and brought back, and a store that can’t be read is set aside and said',
      ],
    ],
    about: ['src/review', 'src/classroom'],
    isPerFamily: true,
  },
  {
    id: 'package-made',
    area: 'school',
    says: 'Een docent maakt een pakket in de browser, en dat is byte voor byte het pakket van de opdrachtregel.',
    tests: [
      [
        'browser/package-maker.test.ts',
        'lessons with a pass mark become the package that the command line makes',
      ],
    ],
    about: ['src/scorm'],
    isPerFamily: true,
  },
  {
    id: 'scorm',
    area: 'school',
    says: 'Een pakket meldt lessen, oefeningen en een score aan een leeromgeving, in SCORM 1.2 en 2004, en zegt het als er geen is.',
    tests: [
      [
        'browser/scorm.test.ts',
        'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
      ],
      [
        'browser/scorm.test.ts',
        'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
      ],
      [
        'browser/scorm.test.ts',
        'without an environment, or with one that refuses, the course works, and says what it can’t do',
      ],
    ],
    about: ['src/scorm', 'src/progress'],
    isPerFamily: true,
  },
  {
    id: 'scorm-hostile',
    area: 'school',
    says: 'In een leeromgeving die niets op het toestel laat bewaren, gaan code en voortgang mee naar een ander toestel, en kun je ze inleveren.',
    tests: [
      [
        'browser/scorm.test.ts',
        'in a hostile frame code and progress come back on another device, and can be handed in',
      ],
    ],
    about: ['src/scorm', 'src/progress'],
  },
  {
    id: 'servers',
    area: 'server',
    says: 'Met onze instellingen geven nginx, Apache en Caddy elk adres van de site precies wat onze eigen server geeft.',
    tests: [['built-site/hosting.test.ts', 'answers for this build as our own server does']],
    about: [
      'src/cli/recipes',
      'src/cli/serve.ts',
      'src/build/response-headers.ts',
      'src/build/headers-file.ts',
    ],
  },
  {
    id: 'release',
    area: 'server',
    says: 'Drie regels zetten een release op een kale nginx, en dezelfde drie zetten een nieuwe versie over een oude. Wie de oude had, krijgt de nieuwe.',
    tests: [
      [
        'built-site/release.test.ts',
        'three lines put it on a bare nginx, and the same three put it over an older one',
      ],
      ['built-site/release.test.ts', 'the same site gives the same bytes'],
      [
        'built-site/release.test.ts',
        'the moment of a file follows from what is in it, in any time zone, and is one that a zip can say',
      ],
      [
        'built-site/release.test.ts',
        'who has a file of the last release gets that of the next, also when it is as long',
      ],
    ],
    about: ['src/cli/release', 'src/cli/recipes'],
  },
];
