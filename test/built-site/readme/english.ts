/** What the short English README promises. */
import type { Promises, Proof } from '../promises.ts';

const INSTALL = 'cli/install.test.ts';
const LOCKFILE = 'cli/lockfile.test.ts';
const PLACE = 'build/place.test.ts';
const RECIPE = 'cli/hosting.test.ts';
const FACTS = 'build/site-facts.test.ts';
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
const ALL_PARTS: Proof = [
  'cli/commands.test.ts',
  'npm test is the types, the style, a build, and every project of tests',
];
const STARTS: Proof = [
  'cli/commands.test.ts',
  '%s installs what is missing, runs what the README says, and nothing else',
];
const NO_SCRIPT: Proof = [
  'cli/lockfile.test.ts',
  'has a script at installation for no package but those that the README names, and none is run',
];
const FOLDERS: Proof = ['architecture.test.ts', '%s names folders that are there'];

export const ENGLISH: Readonly<Record<string, Promises>> = {
  Functielab: {
    '*This is the short English page.': 'what it is',
    'The Dutch README has everything.*': 'what it is',
    'Functielab is an interactive course in Dutch on serverless functions (FaaS).': 'what it is',
    "Every sample function really runs, in the reader's own browser, on a small FaaS platform, and every run prints a line on a till receipt, beside an always-on server that costs money every second.":
      [REAL_RUN, EVERY_SOLUTION, SERVER_RUNS],
    'There are no accounts and no trackers; after the first visit the course works offline, and any static host can serve it.':
      [KEPT, NO_DATA, OFFLINE, ANY_HOST],
  },
  'Two commands': {
    'npm start | installs, builds the site, and serves it on http://localhost:4321': [
      STARTS,
      ['cli/serve.test.ts', 'without a port it takes the next free one'],
    ],
    'npm test | types, style, units, the built site, and a real browser': [STARTS, ALL_PARTS],
    'You need Node.js 18 or newer with npm.': [[INSTALL, 'Node %s runs the scripts: %j']],
    'The Node version that the project was tested with comes along.': [
      [INSTALL, 'the Node for this system, when it was left out; never the one for another'],
      [LOCKFILE, 'brings one Node, the same for every system that has one'],
    ],
    'No package runs a script when it is installed: npm runs with `--ignore-scripts` here.': [NO_SCRIPT],
  },
  'What is where': {
    '`content/` | lessons, guides for teachers, sample functions, exercises, programs and tariffs': [FOLDERS],
    '`src/platform/` | the platform as a state machine without a clock or a network': [FOLDERS],
    '`src/billing/` | from usage records and a tariff to a receipt, exactly': [FOLDERS],
    '`src/simulation/` | the platform in virtual time: a month of traffic in seconds': [FOLDERS],
    '`src/host/`, `src/engine/` | where instances live, and the platform in real time': [FOLDERS],
    '`src/till/`, `src/playground/`, `src/exercises/`, `src/classroom/` | what a reader sees of it': [
      FOLDERS,
    ],
    '`src/site/`, `src/pages/` | the shell around every page, and the pages': [FOLDERS],
    'Code, comments and commits are in English; everything that a reader of the course sees is in Dutch.': [
      ['built-site/dutch.test.ts', 'shows no English'],
      ['built-site/dutch.test.ts', 'says no English'],
    ],
    "The docstring at the head of each folder's entry file says what lives there.": [
      [
        'architecture.test.ts',
        'every folder begins with a file that says what lives there, who may import it, and where to begin',
      ],
    ],
  },
  Hosting: {
    '`npm run build` makes `dist/`.': [
      [PLACE, 'takes the place of the one before, of which nothing is left'],
    ],
    'Serve it as it is, with the headers of `dist/_headers` where the host can send them.': 'how it is done',
    '`BASE_PATH` | the folder of the site, such as `/cursus/`': [
      ['built-site/hosting.test.ts', 'answers as our own server does for a site in %s'],
    ],
    '`SITE_URL` | the address of the site, such as `https://example.org`': [
      [RECIPE, 'takes the name from the address of the site, and else one to change'],
    ],
    '`CONTACT` | an e-mail address or an `https:` page for questions; shown on the page of licences': [
      [FACTS, 'a contact is an address for mail or of a page'],
      [
        'built-site/licences.test.ts',
        'who offers the site can be asked, or the page says that nobody told how',
      ],
    ],
    "`SOURCE_DATE_EPOCH` | the moment of the source, in seconds, instead of the commit's own day": [
      [FACTS, 'SOURCE_DATE_EPOCH goes first, and needs no repository'],
    ],
  },
  Licences: {
    'Code: MIT, sample and exercise code included.': 'what it is',
    'Text and pictures of the course: CC BY-SA 4.0.': 'what it is',
    'What the site ships of others is listed on its page `/licenties/`, made from the built site itself.': [
      ['built-site/licences.test.ts', 'a package that is in the site is on the page'],
      ['built-site/licences.test.ts', '%s, which only builds or tests, is not on it'],
    ],
    'Vulnerabilities: SECURITY.md.': 'how it is done',
    'How we treat each other: CODE_OF_CONDUCT.md.': 'how it is done',
  },
};
