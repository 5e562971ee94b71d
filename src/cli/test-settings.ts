/**
 * What `npm test` tells the tests, through the environment: how broad, from which seed, in which browsers. It is read
 * where a test needs it, so that a single file by hand (`vitest run …`) gets what `npm test` gives it.
 */
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';

/** Under which the paths of a reader are walked too; `test/browser/odd/conditions/` has a file for each. */
export const CONDITIONS = [
  'slowed',
  'narrow',
  'large-text',
  'touch',
  'no-storage',
  'framed',
  'clock',
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

export interface TestSettings {
  /** Where every random choice of a law begins, so that what failed can be repeated. */
  readonly seed: number;
  /** How many times the cases of `npm test` a law gets. */
  readonly breadth: number;
  /** Firefox and WebKit too, where they are found. */
  readonly inAllBrowsers: boolean;
  /** The real WebContainer in the place of its stand-in. */
  readonly withRealService: boolean;
  readonly conditions: readonly ConditionName[];
  /** Of these one for each path, drawn by the seed, and not all of them. */
  readonly drawsCondition: boolean;
  /** Pictures of screens are kept as they are now, in the place of those they were compared with. */
  readonly keepsPictures: boolean;
  /** What `testing/surveys.ts` lists is left out. */
  readonly leavesOutSurveys: boolean;
}

/**
 * How long a test waits for what has to become true, in ms. Nothing is waited for that is already so, and a quiet machine is
 * never near it: it is for a machine with two cores that is busy with other things, and on which a sandbox may even be
 * given up as lost, so that a queue delivers its message again half a minute later.
 */
export const PATIENCE_MS = 120_000;

export const SHORT: TestSettings = {
  seed: 20_260,
  breadth: 1,
  inAllBrowsers: false,
  withRealService: false,
  conditions: [],
  drawsCondition: false,
  keepsPictures: false,
  leavesOutSurveys: false,
};

/** How broad `--deep` is, and how long all its parts may take together, in ms: who waits an hour has waited long enough. */
export const DEEP = { breadth: 20, limitMs: 60 * 60_000 };

const SEED = 'FUNCTIELAB_SEED';
const BREADTH = 'FUNCTIELAB_BREADTH';
const ALL_BROWSERS = 'FUNCTIELAB_ALL_BROWSERS';
const REAL_SERVICE = 'FUNCTIELAB_REAL_WEBCONTAINER';
const ASKED_CONDITIONS = 'FUNCTIELAB_CONDITIONS';
const DRAW_CONDITION = 'FUNCTIELAB_DRAW_CONDITION';
const KEEP_PICTURES = 'FUNCTIELAB_KEEP_PICTURES';
const NO_SURVEYS = 'FUNCTIELAB_NO_SURVEYS';

/** What a part gets that goes on in the other families alone. */
export const IN_ALL_BROWSERS: Readonly<Record<string, string>> = { [ALL_BROWSERS]: '1' };

/** What a part gets that leaves out what looks over the whole site. */
export const WITHOUT_SURVEYS: Readonly<Record<string, string>> = { [NO_SURVEYS]: '1' };

/** Variables for the processes that run tests; what stays as it is in `npm test` is not named. */
export function asVariables(settings: TestSettings): Record<string, string> {
  return {
    [SEED]: String(settings.seed),
    [BREADTH]: String(settings.breadth),
    ...(settings.inAllBrowsers && IN_ALL_BROWSERS),
    ...(settings.withRealService && { [REAL_SERVICE]: '1' }),
    ...(settings.conditions.length > 0 && { [ASKED_CONDITIONS]: settings.conditions.join() }),
    ...(settings.drawsCondition && { [DRAW_CONDITION]: '1' }),
    ...(settings.keepsPictures && { [KEEP_PICTURES]: '1' }),
    ...(settings.leavesOutSurveys && WITHOUT_SURVEYS),
  };
}

export function testSettings(env: NodeJS.ProcessEnv = process.env): TestSettings {
  return {
    seed: Number(env[SEED] ?? SHORT.seed),
    breadth: Number(env[BREADTH] ?? SHORT.breadth),
    inAllBrowsers: env[ALL_BROWSERS] !== undefined,
    withRealService: env[REAL_SERVICE] !== undefined,
    conditions: conditionsIn(env[ASKED_CONDITIONS]?.split(',') ?? []),
    drawsCondition: env[DRAW_CONDITION] !== undefined,
    keepsPictures: env[KEEP_PICTURES] !== undefined,
    leavesOutSurveys: env[NO_SURVEYS] !== undefined,
  };
}

/** @throws Error in Dutch for a name that is none */
function conditionsIn(names: readonly string[]): ConditionName[] {
  return names.map((name) => {
    const found = CONDITIONS.find((condition) => condition === name);
    if (found === undefined) throw new Error(`\`--condition\` is een van ${CONDITIONS.join(', ')}.`);
    return found;
  });
}

export interface Options extends TestSettings {
  readonly isDeep: boolean;
  /** After all of it in Chromium, what is for every family in Firefox and WebKit too, which are installed where that may be done. */
  readonly withOtherFamilies: boolean;
  /** What is seen proven is written down, for the page `/bewezen/`. */
  readonly isRecorded: boolean;
  /** Only test files whose path holds one of these; all when there are none. */
  readonly files: readonly string[];
  /** How often, one after another: of the files, or of the paths of a reader when there are none. */
  readonly times: number;
}

/**
 * What `npm test` is asked for on its command line.
 *
 * @throws Error in Dutch for what it does not know; of an unknown option the words are Node's
 */
export function readArguments(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      browsers: flag,
      families: flag,
      deep: flag,
      webcontainer: flag,
      record: flag,
      pictures: flag,
      seed: { type: 'string' },
      times: { type: 'string', default: '1' },
      condition: { type: 'string', multiple: true },
    },
  });
  const { deep: isDeep, browsers, webcontainer: withRealService, seed } = values;
  const named = conditionsIn(values.condition ?? []);
  const drawsCondition = isDeep && named.length === 0;
  if (seed !== undefined && !/^-?\d{1,10}$/.test(seed)) throw new Error('`--seed` is een geheel getal.');
  if (!/^[1-9]\d?$/.test(values.times)) throw new Error('`--times` is een geheel getal van 1 tot en met 99.');
  const unknown = positionals.find((file) => !file.startsWith('test/'));
  if (unknown !== undefined)
    throw new Error(`"${unknown}" is geen test. Noem bestanden die met test/ beginnen, of niets.`);
  return {
    isDeep,
    withOtherFamilies: values.families,
    isRecorded: values.record,
    conditions: drawsCondition ? CONDITIONS : named,
    drawsCondition,
    files: positionals,
    times: Number(values.times),
    withRealService,
    keepsPictures: values.pictures,
    // A part says so for itself: `testing/test-stages.ts`.
    leavesOutSurveys: false,
    inAllBrowsers: browsers || isDeep,
    breadth: isDeep ? DEEP.breadth : SHORT.breadth,
    seed: Number(seed ?? (isDeep ? randomInt(2 ** 31) : SHORT.seed)),
  };
}

/**
 * A part that hangs must not hang the rest. The slowest, the browser tests, takes a seventh of this on two idle cores, and
 * half of it when something else keeps both busy.
 */
const PART_LIMIT_MS = 45 * 60_000;
const FAMILIES = 3;

/**
 * @param spentMs what the parts before it took
 * @returns how long a part that begins now may take, in whole ms, since a process can't be given less; at least a second
 */
export function limitOf({ isDeep, inAllBrowsers }: Options, spentMs: number): number {
  if (isDeep) return Math.max(1_000, Math.floor(DEEP.limitMs - spentMs));
  return inAllBrowsers ? FAMILIES * PART_LIMIT_MS : PART_LIMIT_MS;
}
