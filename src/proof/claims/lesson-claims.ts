/** What is proven of a lesson and its exercises, as a reader does them. */
import type { Claim } from '../a-claim.ts';
import { READER } from './in-common.ts';

export const LESSON_CLAIMS: readonly Claim[] = [
  {
    id: 'lessons',
    area: 'readers',
    says: 'Een les doe je stap voor stap: wat je voorspelt komt naast wat het werd, een stap vinkt zichzelf af, en een controle zegt waarom iets niet klopt.',
    tests: [
      [
        'browser/lesson-paths.test.ts',
        'a step’s own button does it, the step ticks itself and shows what came, and the tick is kept until it is taken away',
      ],
      ['browser/lesson-paths.test.ts', 'a lesson is done by the buttons of its steps, one after another'],
      [
        'browser/lesson-paths.test.ts',
        'a number is said in pencil, measured by the burst, side by side with the reason, and still there after a reload',
      ],
      ['browser/lesson-paths.test.ts', 'the check at the end says what is right, and why something is not'],
      [
        'browser/lesson-paths.test.ts',
        'a service is asked, waited for, paid for and told in the log; another address is refused by name',
      ],
      [
        'browser/machine-paths.test.ts',
        'of fifty at once ten get an instance and forty a 429, and the moment before that can be looked at again',
      ],
    ],
    about: [...READER, 'src/lesson', 'src/progress'],
    isPerFamily: true,
  },
  {
    id: 'triggers',
    area: 'readers',
    says: 'Een verzoek met een route, een eigen bestand, de klok en een bericht zetten elk een functie in gang, en wat daaruit volgt is te zien.',
    tests: [
      ['browser/event-paths.test.ts', 'one playground is a whole CRUD API, and an unknown route says so'],
      [
        'browser/event-paths.test.ts',
        'a file of the reader’s own: chosen, empty, dropped with a name that leads elsewhere, and looked into',
      ],
      [
        'browser/event-paths.test.ts',
        'the clock: off until it is started, five moments ahead, and a jump to the next',
      ],
      [
        'browser/event-paths.test.ts',
        'HTTP, queue, worker and bucket: the chain is in the trace, and one pick shows in all views',
      ],
      [
        'browser/event-paths.test.ts',
        'a function that queues to itself without end is stopped, with what it cost',
      ],
    ],
    about: READER,
    isPerFamily: true,
  },
  {
    id: 'making-exercises',
    area: 'readers',
    says: 'Een oefening wordt gecontroleerd, met hints die blijven staan en fouten die hun regel wijzen, ook in twee tabbladen tegelijk.',
    tests: [
      ['browser/paths.test.ts', 'an exercise is checked, hinted at, made, and remembered'],
      ['browser/exercise-paths.test.ts', 'an error of the code leads to its line'],
      ['browser/exercise-paths.test.ts', 'hints come one after another, and each stays'],
      [
        'browser/exercise-paths.test.ts',
        'the code of the task is not called edited because a file beside it is; what a second tab types comes here',
      ],
    ],
    about: [...READER, 'src/exercises', 'content/functions'],
    isPerFamily: true,
  },
];
