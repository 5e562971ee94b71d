/** What is proven for everyone: a keyboard, a small window, other colours. */
import type { Claim } from '../a-claim.ts';
import { IN_EACH_LOOK } from './in-common.ts';

export const PEOPLE_CLAIMS: readonly Claim[] = [
  {
    id: 'accessible',
    area: 'people',
    says: 'Een controle op toegankelijkheid (axe) vindt op de beginpagina en in lessen geen drempel, licht en donker, breed en op een telefoon.',
    tests: [
      ['browser/accessibility.test.ts', `home and the page that is not there ${IN_EACH_LOOK}`],
      [
        'browser/trees/playground.test.ts',
        `lesson 1: at rest, answered, at work and with an error; the till and its dialogs ${IN_EACH_LOOK}`,
      ],
      [
        'browser/accessibility.test.ts',
        `lesson 2, with the receipt of the visit, the server and the search open ${IN_EACH_LOOK}`,
      ],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson'],
  },
  {
    id: 'crawl',
    area: 'people',
    says: 'Een pagina van elke soort geeft geen enkele fout, vraagt niets aan een andere site, en een controle op WCAG 2.2 (axe) vindt er niets, licht en breed, en donker en smal.',
    tests: [['browser/crawl/crawl.test.ts', 'nothing is wrong on a page that comes to life']],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson', 'src/classroom', 'src/traffic'],
    isPerFamily: true,
  },
  {
    id: 'trees',
    area: 'people',
    says: 'Wat Chromium een schermlezer vertelt van een speeltuin, een oefening, een voorspelling, een inlevering en de kamers naast de lessen, staat als tekst vast, en elk veld en elke knop heeft een naam.',
    tests: [
      ['browser/trees/exercise.test.ts', 'an exercise: new, not right yet, and made'],
      [
        'browser/trees/playground.test.ts',
        `lesson 1: at rest, answered, at work and with an error; the till and its dialogs ${IN_EACH_LOOK}`,
      ],
      [
        'browser/trees/exercise.test.ts',
        'a prediction: asked, said, and otherwise than it was said; the Machinekamer then, small and as large as the page',
      ],
      ['browser/trees/rooms.test.ts', 'a set as its student sees it'],
      ['browser/trees/rooms.test.ts', 'a marking of two hand-ins'],
    ],
    about: [
      'src/playground',
      'src/till',
      'src/exercises',
      'src/lesson',
      'src/classroom',
      'src/workshop',
      'src/traffic',
      'src/review',
    ],
  },
  {
    id: 'wcag',
    area: 'people',
    says: 'Een pagina van elke soort blijft bruikbaar met ruimere tekst, hoog contrast, minder beweging en een venster van 320 pixels.',
    tests: [
      ['browser/wcag.test.ts', 'nothing scrolls sideways in a window of 320 px: /%s'],
      ['browser/wcag.test.ts', 'with more room between letters, words and lines nothing is cut off: /%s'],
      [
        'browser/wcag.test.ts',
        'with forced colours every control keeps an edge or a line, and what has focus a ring',
      ],
      ['browser/wcag.test.ts', 'with less motion nothing moves by itself, before a run or after it'],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson', 'src/classroom', 'src/traffic'],
  },
  {
    id: 'keyboard',
    area: 'people',
    says: 'Een les is met alleen een toetsenbord te doen, en wat de focus heeft, is te zien.',
    tests: [
      [
        'browser/keyboard.test.ts',
        'Tab goes through a whole lesson and focus is never under the till ($width px)',
      ],
      ['browser/keyboard.test.ts', 'a function is edited, run and read without a mouse'],
      [
        'browser/keyboard.test.ts',
        'the skip link leads past the menu, and the first run is within 15 presses',
      ],
    ],
    about: ['src/site', 'src/playground', 'src/till', 'src/lesson'],
  },
];
