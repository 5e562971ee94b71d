/**
 * The law of the house: which room may import which, through which doors, and how a room is furnished. A room is a folder
 * of `src/`. When a test here fails, its message names both files and the sentence of the plan that they break.
 */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Arrow,
  circlesOf,
  filesUnder,
  PROJECT,
  readArrows,
  specifiersIn,
  textOf,
} from './support/import-reader.ts';

interface Room {
  readonly name: string;
  /** What it may import besides itself: rooms, or one door of `content/`. */
  readonly may: readonly string[];
  /**
   * Files that other rooms may import, from the room's own folder, `*` for any name. A room that is fetched in pieces has
   * several: one file that exports all of it would pull each piece into each page.
   */
  readonly doors: readonly string[];
  /** The sentence of the plan. */
  readonly plan: string;
}

/** In the order of the floors: a room may only import rooms above it in this table. */
const ROOMS: readonly Room[] = [
  {
    name: 'contract',
    may: [],
    doors: ['*.ts'],
    plan: 'contract holds the nouns that all speak, and imports nothing of ours',
  },
  { name: 'platform', may: [], doors: ['index.ts'], plan: 'platform is a state machine that knows nobody' },
  {
    name: 'billing',
    may: [],
    doors: [
      'index.ts',
      'month.ts',
      'beside.ts',
      'reading/index.ts',
      'parse-tariff.ts',
      'in-dollars.ts',
      'always-on.ts',
      'show.ts',
      // For pages that may carry no more.
      'exact.ts',
      'usage.ts',
      'check-usage.ts',
      'written-number.ts',
    ],
    plan: 'billing turns usage into money and knows neither platform nor page',
  },
  {
    name: 'simulation',
    may: ['contract', 'platform', 'billing'],
    doors: ['index.ts'],
    plan: 'simulation is the platform in virtual time; it knows no page, no clock and no chance but a seed',
  },
  {
    name: 'kit',
    may: [],
    doors: ['*', 'chart/*', 'canvas/*', 'zip/*', 'drop/*', 'calendar/*', 'lines/*', 'sheet/*', 'tabs/*'],
    plan: 'kit is what any page may use, and knows nothing of clouds',
  },
  {
    name: 'course',
    may: ['contract', 'billing', 'kit'],
    doors: ['*', 'schemas/*', 'overview/*'],
    plan: 'course says what the course is, and stands on contract, billing and kit',
  },
  {
    name: 'project',
    may: ['contract', 'kit', 'course'],
    doors: ['index.ts', 'intake/index.ts'],
    plan: 'project reads and writes a folder of one’s own, and knows no page and no disk',
  },
  {
    name: 'host',
    may: ['contract'],
    doors: [
      'browser/index.ts',
      'browser/frame-main.ts',
      'node/index.ts',
      'node/main.ts',
      'node/worker-main.ts',
      // For a project on a real cloud: the same context, request and answer, without an instance around them.
      'instance/make-context.ts',
      'instance/http/request.ts',
      'instance/http/read-response.ts',
      // For the editor, which marks what cannot be read before it runs.
      'modules/syntax-error.ts',
      'webcontainer/index.ts',
      'webcontainer/support.ts',
      'webcontainer/stages.ts',
      // For the page of the tool, which has the Node host at the end of another line.
      'webcontainer/linked-host.ts',
      'webcontainer/node-link.ts',
      'node/protocol.ts',
      'node/wire.ts',
    ],
    plan: 'a host runs instances for whoever speaks the contract; it knows no engine and no page',
  },
  {
    name: 'engine',
    may: ['contract', 'platform'],
    doors: [
      'index.ts',
      // For what runs on a real cloud: packed into a project, where each of the engine's other files would be dead weight.
      'routes.ts',
      'invocation-failure.ts',
      'messages/event-data.ts',
      'services/service.ts',
    ],
    plan: 'engine is the platform in real time, and is handed its host',
  },
  {
    name: 'till',
    may: ['contract', 'billing', 'kit', 'course'],
    doors: [
      'index.ts',
      'islands.tsx',
      'prices/*',
      'visit/lazy-pricing.ts',
      'visit/pricing.ts',
      'visit/visit.ts',
      'receipt/*',
      'meter/*',
      'own-logs/*',
      'alarm/*',
    ],
    plan: 'till puts money on a screen, and needs no platform for it',
  },
  {
    name: 'playground',
    may: ['contract', 'platform', 'billing', 'kit', 'course', 'host', 'engine', 'till'],
    doors: [
      '*',
      'results/lazy.ts',
      'results/status-text.ts',
      'model/*',
      'failures/*',
      'code/*',
      // For the page of the tool, which brings a host of its own, and shows what ran elsewhere.
      'hosts/table.ts',
      'hosts/starter.ts',
      'entries/read.ts',
      'results/Log.tsx',
      'results/Receipt.tsx',
      'timeline/index.tsx',
    ],
    plan: 'playground stands on engine, host and till; what stands above comes in as a slot',
  },
  {
    name: 'progress',
    may: ['kit', 'course'],
    doors: ['*'],
    plan: 'progress keeps what a learner has done on this device, and knows no playground',
  },
  {
    name: 'sharing',
    may: ['contract', 'kit', 'course', 'playground'],
    doors: ['index.ts', 'ShareButton.tsx', 'LinkToShare.tsx'],
    plan: 'sharing packs the code of one playground',
  },
  {
    name: 'take-home',
    may: ['contract', 'billing', 'kit', 'course', 'host', 'engine', 'till', 'playground'],
    doors: [
      'DownloadButton.tsx',
      'TakeHomeButton.tsx',
      'clouds/index.ts',
      'clouds/lab-examples.ts',
      'trial/index.ts',
      'trial/islands.tsx',
      // For the tool, which runs a folder as this runs a project.
      'runner/http.ts',
      'runner/words.ts',
    ],
    plan: 'take-home makes a project of a playground',
  },
  {
    name: 'tool',
    may: [
      'contract',
      'billing',
      'kit',
      'course',
      'project',
      'host',
      'engine',
      'till',
      'playground',
      'take-home',
    ],
    doors: [
      'index.ts',
      'bill/bill-logs.ts',
      'bill/bill-words.ts',
      'bill/tariff-folder.ts',
      // For its page and for what makes that.
      'lab/protocol.ts',
      'server/gate.ts',
      'server/page-files.ts',
    ],
    plan: 'tool is the lab for a folder on one’s own computer, and knows no page',
  },
  {
    name: 'exercises',
    may: [
      'contract',
      'platform',
      'billing',
      'kit',
      'course',
      'project',
      'host',
      'engine',
      'till',
      'playground',
      'progress',
      'sharing',
      'take-home',
    ],
    doors: [
      '*',
      'own/index.ts',
      'own/islands.tsx',
      'task/index.ts',
      'run/in-browser.ts',
      'run/exercise-to-run.ts',
      'run/oracle.ts',
      'run/run-checks.ts',
    ],
    plan: 'exercises know playgrounds, and no lesson and no class',
  },
  {
    name: 'review',
    may: ['billing', 'simulation', 'kit', 'course', 'till', 'progress', 'exercises'],
    doors: ['index.ts', 'islands.tsx', 'twelve/index.ts', 'twelve/kept-twelve.ts'],
    plan: 'review asks again what lessons asked; it knows no playground and no host',
  },
  {
    name: 'traffic',
    may: ['billing', 'kit', 'course', 'simulation', 'till'],
    doors: ['islands.tsx'],
    plan: 'traffic shows a simulated month on a page; it knows no playground and no host',
  },
  {
    name: 'lesson',
    may: [
      'contract',
      'billing',
      'simulation',
      'kit',
      'course',
      'engine',
      'till',
      'playground',
      'progress',
      'sharing',
      'take-home',
      'traffic',
    ],
    doors: ['index.ts', 'figures.ts', 'islands.tsx', 'tags/*', 'cold-starts/*.astro'],
    plan: 'lesson is what only lessons use; it knows no exercise',
  },
  {
    name: 'workshop',
    may: ['contract', 'kit', 'course', 'project', 'playground', 'sharing', 'take-home'],
    doors: ['islands.tsx', 'surroundings.ts', 'kept/kept-workplaces.ts'],
    plan: 'workshop is a playground for files of one’s own; it knows no lesson and no exercise',
  },
  {
    name: 'authoring',
    may: ['contract', 'kit', 'course', 'project', 'playground', 'exercises', 'workshop'],
    doors: ['islands.tsx'],
    plan: 'authoring makes exercises by form, out of workplaces; it knows no class',
  },
  {
    name: 'scorm',
    may: ['contract', 'kit', 'course', 'progress', 'exercises'],
    doors: ['*', 'package/*', 'maker/islands.tsx'],
    plan: 'scorm makes packages, and reports what progress says to a learning environment',
  },
  {
    name: 'classroom',
    may: [
      'contract',
      'billing',
      'simulation',
      'kit',
      'course',
      'till',
      'progress',
      'sharing',
      'exercises',
      'review',
    ],
    doors: ['*', 'school-file/*'],
    plan: 'classroom hands out and marks exercises, and needs no lesson',
  },
  {
    name: 'proof',
    may: [],
    doors: ['index.ts', '*.astro'],
    plan: 'proof says what is proven, and knows only names of tests and folders',
  },
  {
    name: 'site',
    may: ['kit', 'course', 'till', 'progress', 'exercises', 'scorm', 'classroom'],
    doors: [
      'shell/*',
      'offline/build-list.ts',
      'offline/register.ts',
      'offline/service-worker.ts',
      'styles/*.css',
    ],
    plan: 'site is the shell around every page',
  },
  {
    name: 'tool-page',
    may: ['contract', 'kit', 'course', 'project', 'host', 'engine', 'till', 'playground', 'tool', 'site'],
    doors: [],
    plan: 'tool-page is the one page of the tool; it is made by itself, and nothing imports it',
  },
  {
    name: 'pages',
    may: [
      'kit',
      'course',
      'billing',
      'project',
      'till',
      'progress',
      'take-home',
      'exercises',
      'review',
      'lesson',
      'workshop',
      'authoring',
      'traffic',
      'scorm',
      'classroom',
      'proof',
      'site',
    ],
    doors: [],
    plan: 'pages are addresses, and nobody imports an address',
  },
  {
    name: 'build',
    may: [
      'contract',
      'course',
      'host',
      'till',
      'exercises',
      'classroom',
      'scorm',
      'proof',
      'site',
      'kit',
      'billing',
      'engine',
      'playground',
      'tool',
    ],
    doors: ['*', 'content/index.ts', 'exercises/*', 'recording/*', 'scorm/*', 'tool/*'],
    plan: 'build is what happens to the site on a computer that is not the reader’s',
  },
  {
    name: 'cli',
    may: [
      'contract',
      'platform',
      'billing',
      'simulation',
      'kit',
      'course',
      'project',
      'host',
      'engine',
      'till',
      'tool',
      'exercises',
      'scorm',
      'proof',
      'site',
      'build',
    ],
    doors: [],
    plan: 'cli is the commands of a person at a keyboard; nothing imports a command',
  },
];

/** What lies beside `src/`'s rooms, with what it may import: a room, or one file of it. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'src/content.config.ts': ['course', 'billing'],
  'src/env.d.ts': ['src/playground/record-run.ts', 'src/proof/index.ts'],
  'content/': ['src/contract/context.ts', 'src/exercises/index.ts', 'src/lesson/index.ts'],
  'astro.config.mjs': ['build', 'src/kit/code-theme.ts'],
  'vitest.config.ts': [
    'build',
    'src/cli/test-settings.ts',
    'src/cli/testing/heavy-first.ts',
    'src/cli/testing/surveys.ts',
  ],
};

const files = filesUnder('src', 'content', 'astro.config.mjs', 'vitest.config.ts');
const ours = files.filter((path) => path.startsWith('src/'));

const arrows = readArrows(files);
const byRow = new Map(
  [...textOf('src/README.md').matchAll(/^\| `([\w-]+)\/` \|.*\| [^|`]*`([^`]+)`/gm)].map(([, room, file]) => [
    room,
    file,
  ]),
);

/**
 * The file at which a folder begins: its `index`, its README, or, for a room, the one in the table of `src/README.md`, and
 * for a folder in a room the one that the entry of the folder above names, as in "Begin at `visit/visit.ts`."
 */
function entryOf(folder: string): string | null {
  if (!folder.startsWith('src/')) return null;
  const names = ['index.ts', 'index.tsx', 'index.css', 'README.md'];
  const own = names.map((name) => `${folder}/${name}`).find((path) => ours.includes(path));
  if (own !== undefined) return own;
  const [above, name] = [posix.dirname(folder), posix.basename(folder)];
  const entryAbove = above === 'src' ? null : entryOf(above);
  const inFolder =
    entryAbove === null
      ? byRow.get(name)
      : new RegExp(`\\b${name}/([\\w-]+\\.(?:tsx|ts|astro|css))`).exec(headerOf(entryAbove))?.[1];
  const named = inFolder && `${folder}/${inFolder}`;
  return named && ours.includes(named) ? named : null;
}

/** The comment at the head of a file; a README whole. */
function headerOf(path: string): string {
  const text = textOf(path);
  return path.endsWith('.md') ? text : (/^(?:---\n)?(\/\*[\s\S]*?\*\/)/.exec(text)?.[1] ?? '');
}

const source = ours.filter((path) => /\.(ts|tsx|astro|mjs|css)$/.test(path));
const byName = new Map(ROOMS.map((room) => [room.name, room]));

const roomOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
/** Fails with every line, so that a message names the files and the sentence of the plan. */
function expectNone(wrong: readonly string[]): void {
  if (wrong.length > 0) expect.fail(`\n${wrong.join('\n')}`);
}
const say = ({ from, to }: Arrow, plan: string) => `${from} imports ${to}: ${plan}`;

describe('the reader of imports sees', () => {
  test.each([
    ['a type', 'src/engine/types.ts', 'src/platform/index.ts'],
    ['what is fetched later', 'src/playground/Playground.tsx', 'src/playground/results/lazy.ts'],
    ['the frontmatter of a page', 'src/pages/docent/index.astro', 'src/site/shell/TeacherPage.astro'],
    ['a script of a page', 'src/site/search/Search.astro', 'src/site/search/find.ts'],
    ['a lesson', 'content/lessons/02-betalen-per-gebruik.mdx', 'src/lesson/index.ts'],
    ['a glob', 'src/exercises/list.ts', 'content/functions/lees-je-logs/checks.ts'],
    ['an address of a module', 'src/build/offline-integration.ts', 'src/site/offline/service-worker.ts'],
    ['a style sheet', 'src/site/styles/index.css', 'src/site/styles/ground/tokens.css'],
  ])('%s', (_, from, to) => {
    expect(arrows.filter((arrow) => arrow.from === from).map((arrow) => arrow.to)).toContain(to);
  });
});

describe('arrows', () => {
  test('each room has a row, and the rows stand in the order of the floors', () => {
    expect([...new Set(ours.map(roomOf).filter((name) => name !== null))].sort()).toEqual(
      ROOMS.map(({ name }) => name).sort(),
    );
    for (const [at, { name, may }] of ROOMS.entries()) {
      const below = ROOMS.slice(0, at).map((room) => room.name);
      for (const one of may)
        expect(below, `${name} may import ${one}, which does not lie below it`).toContain(one);
    }
  });

  test('no arrow runs up', () => {
    const wrong = arrows.flatMap((arrow) => {
      const [from, to] = [roomOf(arrow.from), roomOf(arrow.to)];
      if (from === null || to === null || from === to) return [];
      const room = byName.get(from);
      return room?.may.includes(to) ? [] : [say(arrow, room?.plan ?? `${from} is no room of the plan`)];
    });
    expectNone(wrong);
  });

  test('a room is entered through its doors', () => {
    const wrong = arrows.flatMap((arrow) => {
      const to = roomOf(arrow.to);
      if (to === null || roomOf(arrow.from) === to || /\.config\./.test(arrow.from)) return [];
      const doors = byName.get(to)?.doors ?? [];
      const path = arrow.to.slice(`src/${to}/`.length);
      const isDoor = doors.some((door) => posix.matchesGlob(path, door));
      return isDoor ? [] : [say(arrow, `${to} is entered through ${doors.join(', ') || 'no door at all'}`)];
    });
    expectNone(wrong);
  });

  test('what lies beside the rooms imports what its row says', () => {
    const wrong = arrows.flatMap((arrow) => {
      if (roomOf(arrow.from) !== null || !arrow.to.startsWith('src/')) return [];
      const key = Object.keys(BESIDE).find((one) => arrow.from.startsWith(one));
      const may = BESIDE[key ?? ''] ?? [];
      const isRight = may.includes(arrow.to) || may.includes(roomOf(arrow.to) ?? '');
      return isRight
        ? []
        : [say(arrow, `${key ?? arrow.from} may import ${may.join(', ') || 'nothing of ours'}`)];
    });
    expectNone(wrong);
  });

  test('nothing in src imports a test, and nothing but cli and the two configurations imports build', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        to.startsWith('test/') ||
        (roomOf(to) === 'build' &&
          !['build', 'cli'].includes(roomOf(from) ?? '') &&
          !/\.config\./.test(from)),
    );
    expectNone(wrong.map((arrow) => say(arrow, 'a reader gets neither tests nor the build')));
  });

  test('no files go round in a circle, types included', () => {
    expectNone(circlesOf(arrows).map((circle) => circle.join(' → ')));
  });

  test('folders that lie side by side in a room go round in no circle', () => {
    const between = new Map<string, Arrow>();
    for (const { from, to } of arrows) {
      const room = roomOf(from);
      if (room === null || room !== roomOf(to)) continue;
      const [a = '', b = ''] = [from, to].map((path) => path.split('/').slice(0, 3).join('/'));
      // Files at a room's own root may stand on both sides of its folders.
      const areFolders = from.startsWith(`${a}/`) && to.startsWith(`${b}/`);
      if (a !== b && areFolders) between.set(`${a} ${b}`, { from: a, to: b });
    }
    expectNone(circlesOf([...between.values()]).map((circle) => circle.join(' → ')));
  });

  test('platform, billing, contract and simulation use no package, no DOM and no Node', () => {
    // A schema is what billing takes from others.
    const allowed = (path: string, specifier: string) =>
      specifier.startsWith('.') || (roomOf(path) === 'billing' && specifier === 'zod');
    const wrong = source
      .filter((path) => ['platform', 'billing', 'contract', 'simulation'].includes(roomOf(path) ?? ''))
      .flatMap((path) =>
        specifiersIn(path)
          .filter((specifier) => !allowed(path, specifier))
          .map((specifier) => `${path} imports the package ${specifier}`),
      );
    expectNone(wrong);
  });
});

describe('furniture', () => {
  test('only what Astro wants lies loose in src, with a way in', () => {
    expect(ours.filter((path) => roomOf(path) === null).sort()).toEqual([
      'src/README.md',
      'src/content.config.ts',
      'src/env.d.ts',
    ]);
  });

  test('every folder begins with a file that says what lives there, who may import it, and where to begin', () => {
    const folders = [...new Set(ours.map((path) => posix.dirname(path)))].filter(
      (folder) => folder !== 'src' && !folder.startsWith('src/pages'),
    );
    const without = folders.filter((folder) => entryOf(folder) === null);
    expectNone(
      without.map((folder) => `${folder} has no index, and the entry of the folder above names none in it`),
    );
  });

  test.each(['README.md', 'README.en.md'])('%s names folders that are there', (file) => {
    const [, table = ''] = textOf(file).split(/^## (?:Wat staat waar|What is where)$/m);
    const named = [...table.matchAll(/^\| (`[^|]*\/`) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)\/`/g)].map(([, folder = '']) => folder),
    );
    expect(named.length).toBeGreaterThan(8);
    expectNone(named.filter((folder) => !existsSync(new URL(`../${folder}`, import.meta.url))));
    if (file !== 'README.md') return;
    const rooms = ROOMS.map(({ name }) => `src/${name}`);
    expectNone(
      rooms.filter((room) => !named.includes(room)).map((room) => `README.md does not name ${room}`),
    );
  });

  test.each(ROOMS.filter(({ name }) => name !== 'pages'))(
    '$name says who may import it, and where to begin',
    ({ name }) => {
      const entry = entryOf(`src/${name}`);
      if (entry === null) return expect.fail(`src/${name} has no entry file`);
      expect(headerOf(entry)).toMatch(/\bimport/i);
      expect(headerOf(entry)).toMatch(/\b(begin|read|start)\b/i);
    },
  );

  test('every file of source begins with a sentence that says what it is for', () => {
    const without = source.filter((path) => {
      const text = textOf(path);
      const start = path.endsWith('.astro') ? text.replace(/^---\n/, '') : text.replace(/^#!.*\n/, '');
      return !/^(\/\*\*?\s+[\s\S]*?[.:][\s\S]*?\*\/)/.test(start);
    });
    expectNone(without);
  });

  test('the base of the site is read in one place, and every path into it is made there', () => {
    expect(source.filter((path) => textOf(path).includes('BASE_URL'))).toEqual(['src/course/paths.ts']);
  });

  test('no file of source is longer than 320 lines', () => {
    const sized = source.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));
    expectNone(
      sized.filter(({ lines }) => lines > 320).map(({ path, lines }) => `${path} has ${lines} lines`),
    );
  });

  test('a folder with more than about twenty files has folders that are subjects', () => {
    const sizes = new Map<string, number>();
    for (const path of ours) sizes.set(posix.dirname(path), (sizes.get(posix.dirname(path)) ?? 0) + 1);
    expectNone(
      [...sizes].filter(([, size]) => size > 22).map(([folder, size]) => `${folder} holds ${size} files`),
    );
  });

  test('no two files in a folder differ in case or ending only', () => {
    const seen = new Map<string, string>();
    const pairs = source.flatMap((path) => {
      const key = path.toLowerCase().replace(/(\.d)?\.\w+$/, '');
      const other = seen.get(key);
      seen.set(key, path);
      return other === undefined ? [] : [`${other} and ${path}`];
    });
    expectNone(pairs);
  });

  /** Names that recur on purpose, and always mean the same. */
  const RECURRING = [
    'index', // a door
    'words', // for readers
    'protocol', // a wire
    'islands', // parts of a page, fetched when seen
    'integration', // Astro
    'main', // where a process begins
    'worker-main', // where a worker begins
  ];

  test('one name, one thing: no two files of one name mean different things', () => {
    const seen = new Map<string, string[]>();
    for (const path of source) {
      if (roomOf(path) === 'pages' || !/\.tsx?$/.test(path)) continue;
      const name = posix.basename(path).replace(/(\.d)?\.\w+$/, '');
      if (!RECURRING.includes(name)) seen.set(name, [...(seen.get(name) ?? []), path]);
    }
    expectNone([...seen.values()].filter((paths) => paths.length > 1).map((paths) => paths.join(' and ')));
  });
});

/**
 * Whether a value can pass between two files: one imports the other, straight or through a door of a folder in which it
 * lies, or both speak one wire: a protocol, the contract of a host, or the result of a check.
 */
function areLinked(one: string, other: string): boolean {
  if (reaches(one, other) || reaches(other, one)) return true;
  const wiresOf = (path: string) =>
    importsOf(path).filter((to) => /(^|\/)(protocol|host|check)\.ts$/.test(to));
  return wiresOf(one).some((wire) => wiresOf(other).includes(wire));
}

function reaches(from: string, to: string): boolean {
  const imported = importsOf(from);
  if (imported.includes(to)) return true;
  return doorsTo(to).some((door) => imported.includes(door) && reachesInside(door, to, posix.dirname(door)));
}

/** Entry files of the folders in which a file lies, from its own up to its room. */
function doorsTo(path: string): string[] {
  const parts = path.split('/');
  const folders = parts.slice(2, -1).map((_, at) => parts.slice(0, at + 3).join('/'));
  return [parts.slice(0, 2).join('/'), ...folders].flatMap((folder) => entryOf(folder) ?? []);
}

function reachesInside(from: string, to: string, folder: string): boolean {
  const seen = new Set([from]);
  for (const path of seen) {
    for (const next of importsOf(path)) if (next.startsWith(`${folder}/`)) seen.add(next);
  }
  return seen.has(to);
}

const importsOf = (path: string) => arrows.filter(({ from }) => from === path).map(({ to }) => to);

describe('the three ways of src/README.md', () => {
  const ways = [
    ...textOf('src/README.md').matchAll(
      /^### (.+?) \(at most (\d+)\)\n+([\s\S]*?)(?=\n### |\n## |$(?![\s\S]))/gm,
    ),
  ].map(([, title = '', most = '', text = '']) => ({
    title,
    most: Number(most),
    steps: [...text.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path = '']) =>
      path.startsWith('content/') ? path : `src/${path}`,
    ),
  }));

  test('are three', () => expect(ways.map(({ title }) => title)).toHaveLength(3));

  test.each(ways)(
    '$title: every file exists, and is handed the value by one before it',
    ({ most, steps }) => {
      expect(steps.length).toBeGreaterThan(5);
      expect(steps.length).toBeLessThanOrEqual(most);
      expect(new Set(steps).size).toBe(steps.length);
      for (const path of steps) expect(files).toContain(path);
      // A file is entered from the one before it, or from one further back, to which the value had returned.
      const loose = steps.filter(
        (to, at) => at > 0 && !steps.slice(0, at).some((from) => areLinked(from, to)),
      );
      expectNone(loose);
    },
  );
});

test('each change request of CONTRIBUTING begins at a file that is there', () => {
  const [, table = ''] =
    /## Waar begin je\?\n([\s\S]*?)(?=\n## |$(?![\s\S]))/.exec(textOf('CONTRIBUTING.md')) ?? [];
  const begins = [...table.matchAll(/^\| [^|]+ \| `([^`]+)` \|/gm)].map(([, path = '']) => path);
  expect(begins).toHaveLength(20);
  const all = filesUnder('src', 'content', 'test');
  for (const path of begins) expect(all, PROJECT).toContain(path);
});
