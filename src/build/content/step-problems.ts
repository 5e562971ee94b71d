/**
 * Checks the steps of a lesson against the playground that they are at: is each word of `do` and `when` known, does its value fit,
 * and can that playground do it? A step that can never be ticked would be found by a reader only.
 */

import { COUNTED, MONTH_SHEET } from '../../course/lesson-step.ts';
import type { Sample } from '../../course/sample.ts';
import type { Problem } from './located.ts';
import type { StepsOfLesson, StepTag } from './steps-in-mdx.ts';

/** What a `Probeer` is at: the playground of a function, a program that stays on, or the month's calculator. */
type Place = Sample | 'program' | 'month';

/** What a value has to be, in Dutch; null when it is. */
type Rule = (value: unknown, place: Place) => string | null;

const functionsOf = (place: Place) => (typeof place === 'string' ? [] : place.functions);
const triggersOf = (place: Place) => functionsOf(place).map(({ trigger }) => trigger);
const has = (place: Place, ...types: readonly string[]) =>
  triggersOf(place).some(({ type }) => types.includes(type));
const only = (isPossible: (place: Place) => boolean, needs: string, rule: Rule): Rule => {
  return (value, place) => {
    if (isPossible(place)) return rule(value, place);
    return place === 'month'
      ? 'kan hier niet: dit is het rekenblad, en geen speeltuin'
      : `kan hier niet: deze speeltuin heeft ${needs}`;
  };
};
const requests = (rule: Rule) =>
  only((place) => has(place, 'http'), 'geen functie die verzoeken krijgt', rule);
const byEvent = (rule: Rule) =>
  only((place) => has(place, 'upload', 'timer', 'queue'), 'geen functie die op een gebeurtenis start', rule);
const timed = (rule: Rule) => only((place) => has(place, 'timer'), 'geen timer', rule);
const functions = (rule: Rule) =>
  only((place) => typeof place !== 'string', 'een programma, en geen functie', rule);
const busy = (rule: Rule) =>
  only(
    (place) => typeof place !== 'string' && place.traffic === true,
    'geen knop voor veel aanroepen tegelijk',
    rule,
  );
const programs = (rule: Rule) => only((place) => place === 'program', 'een functie, en geen programma', rule);

const count: Rule = (value) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1_000
    ? null
    : 'moet een getal van 1 tot 1.000 zijn';
const yes: Rule = (value) => (value === true ? null : 'moet true zijn, of weg');
const yesOrNo: Rule = (value) => (typeof value === 'boolean' ? null : 'moet true of false zijn');
const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value) =>
    values.includes(value) ? null : `moet een van deze zijn: ${values.join(', ')}`;
const text: Rule = (value) => (typeof value === 'string' ? null : 'moet een tekst zijn');
const between =
  (least: number, most: number): Rule =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? null
      : `moet een getal van ${least.toLocaleString('nl')} tot ${most.toLocaleString('nl')} zijn`;
const request: Rule = (value) =>
  typeof value === 'string' && /^[A-Z]+ \/\S*$/.test(value)
    ? null
    : 'moet een methode en een pad zijn, zoals "GET /likes"';
const functionName: Rule = (value, place) =>
  oneOf(...functionsOf(place).map(({ name }) => name))(value, place);
const readyFiles = (place: Place) =>
  triggersOf(place).flatMap((trigger) =>
    trigger.type === 'upload' ? trigger.samples.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)) : [],
  );
const readyFile: Rule = (value, place) => oneOf(...readyFiles(place))(value, place);
const file: Rule = (value, place) => oneOf(...readyFiles(place), '*')(value, place);
const months = (rule: Rule) => only((place) => place === 'month', 'geen rekenblad', rule);
const MONTH: Readonly<Record<string, Rule>> = {
  perDay: between(1, 1_000_000_000),
  durationMs: between(0, 900_000),
  memoryMb: between(1, 32_768),
};
const month: Rule = (value, place) => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return `moet zeggen wat er op het rekenblad staat: ${Object.keys(MONTH).join(', ')}`;
  const [first = null] = Object.entries(value).flatMap(([name, given]) => {
    const rule = Object.hasOwn(MONTH, name) ? MONTH[name] : undefined;
    const wrong = rule ? rule(given, place) : `bestaat niet. Kies uit: ${Object.keys(MONTH).join(', ')}`;
    return wrong === null ? [] : [`${name} ${wrong}`];
  });
  return first === null ? null : `klopt niet: ${first}`;
};

/** As the field of a playground takes them. */
const envLines: Rule = (value) =>
  typeof value === 'string' && value.split('\n').every((line) => /^[A-Za-z_]\w*=[^\s\\]*$/.test(line))
    ? null
    : 'moet regels hebben zoals NAAM=waarde, zonder spaties';

const alarm: Rule = (value) => {
  const { on, above, lateMs, stops, ...other } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isRight =
    oneOf('usd', 'failed', 'refused', 'p95')(on, 'program') === null &&
    typeof above === 'string' &&
    /^\d+(\.\d+)?$/.test(above) &&
    between(0, 60_000)(lateMs, 'program') === null &&
    typeof stops === 'boolean' &&
    Object.keys(other).length === 0;
  return isRight ? null : 'moet er zo uitzien: { on: "usd", above: "0.0001", lateMs: 5000, stops: false }';
};

const SETTINGS: Readonly<Record<string, Rule>> = {
  memory: functions(between(128, 10_240)),
  timeout: functions(between(100, 30_000)),
  limit: functions(between(1, 50)),
  env: functions(envLines),
};

const WHEN: Readonly<Record<string, Rule>> = {
  calls: requests(count),
  runs: byEvent(count),
  gone: functions(yes),
  timers: timed(count),
  dead: byEvent(count),
  redriven: byEvent(count),
  discarded: byEvent(count),
  restored: functions(yes),
  clock: timed(oneOf('on', 'off')),
  cron: timed(text),
  traffic: busy(between(0, 20)),
  program: programs(oneOf('on', 'off')),
  alarm: functions(oneOf('set', 'rung')),
  month: months(month),
  cheaper: months(oneOf('server', 'function')),
  status: requests(between(100, 599)),
  cold: functions(yesOrNo),
  request: requests(request),
  function: functions(functionName),
  file: byEvent(file),
  edited: yes,
  ...SETTINGS,
};

const DO: Readonly<Record<string, Rule>> = {
  restore: functions(yes),
  cron: timed(text),
  request: requests(request),
  body: requests(text),
  empty: functions(yes),
  clock: timed(oneOf('on', 'off')),
  run: requests(count),
  burst: busy(oneOf(50, 200, 1_000)),
  upload: byEvent(readyFile),
  send: only((place) => has(place, 'queue'), 'geen wachtrij', count),
  jump: byEvent(count),
  traffic: busy(between(0, 20)),
  redrive: byEvent(yes),
  discard: byEvent(yes),
  alarm: functions(alarm),
  month: months(month),
  ...SETTINGS,
};

/** Words that narrow what is counted; settings can stand alone. */
const NARROWING = ['status', 'cold', 'request', 'function', 'file'];

/**
 * @param file of the lesson, for the message
 * @param sampleOf the sample function of that name, or null when it cannot be read: then its own problems are told elsewhere
 */
export function stepProblems(
  file: string,
  { functions: shown, programs: shownPrograms, hasMonth, tries }: StepsOfLesson,
  sampleOf: (name: string) => Sample | null,
): Problem[] {
  const here = [...shown, ...shownPrograms, ...(hasMonth ? [MONTH_SHEET] : [])];
  // One that is misspelt has been told of: the steps that name it may be right.
  const isTold = shown.some((name) => sampleOf(name) === null);
  return tries.flatMap(({ line, at, steps }) => {
    const problem = (where: number, words: string): Problem => ({ file, line: where, text: words });
    if (at !== null && isTold && !here.includes(at)) return [];
    if (at === null || !here.includes(at)) {
      const said =
        at === null
          ? '<Try> zegt niet bij welke speeltuin het hoort'
          : `op deze pagina staat geen speeltuin ${at}`;
      return [problem(line, `${said}: schrijf <Try for="…"> met een van deze namen: ${here.join(', ')}`)];
    }
    if (steps.length === 0) return [problem(line, '<Try> heeft geen <Step>: schrijf er een of meer in')];
    const place = at === MONTH_SHEET ? 'month' : shownPrograms.includes(at) ? 'program' : sampleOf(at);
    if (place === null) return [];
    return steps.flatMap((step) => problemsOf(step, place).map((words) => problem(step.line, words)));
  });
}

function problemsOf({ doing, when }: StepTag, place: Place): string[] {
  const found = [...wordsOf('do', doing, DO, place), ...wordsOf('when', when, WHEN, place)];
  if (found.length > 0) return found;
  if (doing !== undefined && when === undefined)
    return ['een stap met do moet ook een when hebben: wat telt als gedaan?'];
  if (when === undefined) return [];
  const names = Object.keys(when as object);
  const counted = names.filter((name) => (COUNTED as readonly string[]).includes(name));
  if (counted.length > 1) return [`when: ${counted.join(' en ')} gaan niet samen: maak er twee stappen van`];
  const isAlone = counted.length === 0 && names.some((name) => NARROWING.includes(name) || name === 'edited');
  return isAlone ? [`when: zeg ook wat er telt. Kies uit: ${COUNTED.join(', ')}`] : [];
}

function wordsOf(
  attribute: string,
  value: unknown,
  rules: Readonly<Record<string, Rule>>,
  place: Place,
): string[] {
  if (value === undefined) return [];
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.keys(value).length === 0
  ) {
    return [
      `${attribute} moet er zo uitzien: ${attribute}={{ ${attribute === 'do' ? 'run: 1' : 'calls: 1'} }}`,
    ];
  }
  return Object.entries(value).flatMap(([name, given]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      return [`${attribute}: ${name} bestaat niet. Kies uit: ${Object.keys(rules).join(', ')}`];
    const wrong = rule(given, place);
    return wrong === null ? [] : [`${attribute}: ${name} ${wrong}`];
  });
}
