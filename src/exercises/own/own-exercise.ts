/**
 * What an exercise of a teacher's own is: a task, start code, settings, hints, checks as data, and a solution that only teachers have.
 *
 * A check does something (`OwnStep`), and says what has to come of it: of an answer beside its request (`AnswerWish`), of the rest
 * afterwards (`AfterWish`). Where a text holds the name of an input between double braces, `{{naam}}`, it is filled in: with the
 * input's example, and where there is a solution to compare with, with fresh values too.
 */
import { LEVELS } from '../../course/schemas/exercise.ts';
import { z } from '../../course/schemas/zod.ts';
import type { Project } from '../../project/index.ts';
import { countWords } from '../lab/counts.ts';
import { isJsonWithHoles } from './holes.ts';

export const OWN_PREFIX = 'eigen-';

/** Of a whole file, in characters. */
export const LONGEST_FILE = 1024 * 1024;
const LONGEST_TASK = 20_000;
const LONGEST_TEXT = 10_000;
const LONGEST_LINE = 300;
const LONGEST_TITLE = 80;
const MOST_CHECKS = 30;
const MOST_STEPS = 20;
const MOST_WISHES = 20;
const MOST_INPUTS = 8;
const MOST_OPTIONS = 50;
const MOST_HINTS = 5;
const MOST_AT_ONCE = 50;
const LONGEST_WORD = 40;

const tooLong = (most: number) => `mag maximaal ${most.toLocaleString('nl')} tekens lang zijn`;
const tooMany = (most: number) => `mag er maximaal ${most} hebben`;
const text = z.string().max(LONGEST_TEXT, tooLong(LONGEST_TEXT));
const line = z.string().min(1, 'mag niet leeg zijn').max(LONGEST_LINE, tooLong(LONGEST_LINE));
const jsonText = text.refine(isJsonWithHoles, 'is geen JSON: een tekst staat daarin tussen aanhalingstekens');
const whole = (least: number, most: number) => {
  const rule = `moet een heel getal van ${least} tot en met ${most} zijn`;
  return z.number(rule).int(rule).min(least, rule).max(most, rule);
};

/** What may be asked of an answer. */
export const answerWishSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('status'), status: whole(100, 599) }),
  z.strictObject({ is: z.literal('header'), name: line, value: text }),
  /** The whole body, as text. */
  z.strictObject({ is: z.literal('text'), text }),
  z.strictObject({ is: z.literal('contains'), text }),
  /** The whole body, as JSON; the order of keys does not matter. */
  z.strictObject({ is: z.literal('json'), json: jsonText }),
  /** One part of the JSON: `klant.naam`, `regels.0`. */
  z.strictObject({ is: z.literal('field'), field: line, json: jsonText }),
]);

const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

export const ownStepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('request'),
    method: method.default('GET'),
    path: line.startsWith('/', 'moet met / beginnen'),
    headers: z
      .array(z.strictObject({ name: line.regex(/^[\w-]+$/, 'is geen naam van een header'), value: text }))
      .max(MOST_WISHES, tooMany(MOST_WISHES))
      .default([]),
    /** Sent as JSON when that is what it is. */
    body: text.default(''),
    /** So often at once; each answer has to be as is wished. */
    times: whole(1, MOST_AT_ONCE).default(1),
    answer: z.array(answerWishSchema).max(MOST_WISHES, tooMany(MOST_WISHES)).default([]),
  }),
  z.strictObject({ do: z.literal('upload'), key: line, text }),
  /** All at once. */
  z.strictObject({
    do: z.literal('message'),
    messages: z
      .array(jsonText)
      .min(1, 'heeft minstens één bericht nodig')
      .max(MOST_AT_ONCE, tooMany(MOST_AT_ONCE)),
  }),
  z.strictObject({ do: z.literal('timer') }),
  /** A value that stands in kv beforehand. */
  z.strictObject({ do: z.literal('store'), key: line, json: jsonText }),
  /** All instances go; what is stored stays. */
  z.strictObject({ do: z.literal('endInstances') }),
]);

const COUNTED = Object.keys(countWords) as [keyof typeof countWords];

export const afterWishSchema = z.discriminatedUnion('of', [
  /** @param json null: there must be nothing at that key */
  z.strictObject({ of: z.literal('kv'), key: line, json: jsonText.nullable() }),
  /** @param contains empty: that it is there is enough; null: it must not be there */
  z.strictObject({ of: z.literal('bucket'), key: line, contains: text.nullable() }),
  /** @param times null: at least once */
  z.strictObject({ of: z.literal('log'), contains: line, times: whole(0, 1000).nullable().default(null) }),
  z.strictObject({
    of: z.literal('count'),
    what: z.enum(COUNTED),
    compare: z.enum(['exactly', 'most']),
    number: whole(0, 10_000),
  }),
  /** At most so many times the bill of the solution. */
  z.strictObject({
    of: z.literal('bill'),
    budget: z.number('moet een getal zijn').min(1, 'moet minstens 1 zijn').max(100, 'mag maximaal 100 zijn'),
  }),
]);

/** A value that differs each time, where there is a solution to lay the outcome beside. */
export const ownInputSchema = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9]{0,19}$/,
        'mag alleen kleine letters en cijfers hebben, en begint met een letter',
      ),
    /** What stands in its place where nothing is drawn. */
    example: z.string().max(LONGEST_LINE, tooLong(LONGEST_LINE)),
    kind: z.enum(['word', 'number', 'pick']),
    /** Of a word its length, of a number its value. */
    least: whole(-1_000_000, 1_000_000).default(3),
    most: whole(-1_000_000, 1_000_000).default(10),
    options: z
      .array(z.string().max(LONGEST_LINE, tooLong(LONGEST_LINE)))
      .max(MOST_OPTIONS, tooMany(MOST_OPTIONS))
      .default([]),
  })
  .refine(({ least, most }) => least <= most, 'heeft een kleinste waarde die groter is dan de grootste')
  .refine(
    ({ kind, least, most }) => kind !== 'word' || (least >= 1 && most <= LONGEST_WORD),
    `is een woord van 1 tot ${LONGEST_WORD} letters`,
  )
  .refine(({ kind, options }) => kind !== 'pick' || options.length > 0, 'heeft niets om uit te kiezen');

export const ownCheckSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'mag alleen kleine letters, cijfers en - hebben'),
  title: line,
  look: line,
  passesAtStart: z.boolean('moet true of false zijn').default(false),
  inputs: z.array(ownInputSchema).max(MOST_INPUTS, tooMany(MOST_INPUTS)).default([]),
  steps: z.array(ownStepSchema).min(1, 'heeft minstens één stap nodig').max(MOST_STEPS, tooMany(MOST_STEPS)),
  after: z.array(afterWishSchema).max(MOST_WISHES, tooMany(MOST_WISHES)).default([]),
});

/** All but the files and the settings, which are read as those of a project. */
export const ownFactsSchema = z.strictObject({
  v: z.literal(1),
  name: z
    .string()
    .regex(
      /^eigen-[a-z0-9][a-z0-9-]{0,50}$/,
      `moet met ${OWN_PREFIX} beginnen, en mag verder alleen kleine letters, cijfers en - hebben`,
    ),
  title: z.string().trim().min(1, 'mag niet leeg zijn').max(LONGEST_TITLE, tooLong(LONGEST_TITLE)),
  /** Markdown. */
  task: z.string().min(1, 'mag niet leeg zijn').max(LONGEST_TASK, tooLong(LONGEST_TASK)),
  level: z.enum(LEVELS),
  minutes: whole(2, 45),
  /** From a nudge to nearly the answer; simple inline markdown. */
  hints: z.array(line).max(MOST_HINTS, tooMany(MOST_HINTS)).default([]),
  checks: z.array(ownCheckSchema).max(MOST_CHECKS, tooMany(MOST_CHECKS)),
});

export type AnswerWish = z.output<typeof answerWishSchema>;
export type OwnStep = z.output<typeof ownStepSchema>;
export type AfterWish = z.output<typeof afterWishSchema>;
export type OwnInput = z.output<typeof ownInputSchema>;
export type OwnCheck = z.output<typeof ownCheckSchema>;

export interface OwnFile {
  readonly path: string;
  readonly text: string;
}

/** As `JSON.stringify` writes it, `readOwn` reads it. */
export interface OwnExercise extends Readonly<Omit<z.output<typeof ownFactsSchema>, 'checks' | 'hints'>> {
  readonly hints: readonly string[];
  readonly checks: readonly OwnCheck[];
  /** Start code, the first seen first. */
  readonly files: readonly OwnFile[];
  /** Paths of files that nobody changes. */
  readonly given: readonly string[];
  /** Its functions and settings, as in `functielab.json`. */
  readonly project: Project;
  /** Files that differ from the start code; null in what a student gets. */
  readonly solution: readonly OwnFile[] | null;
}
