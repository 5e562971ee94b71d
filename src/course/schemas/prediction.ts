/**
 * The predictions of a lesson: `content/predictions/<slug of the lesson>.yaml`, each under its id. The lesson shows one with
 * `<Predict id="…" />`, right before the experiment that answers it. What is true stands nowhere: it is measured on the platform
 * (`measure`, over the calls in `run`) or computed from the tariffs (`sum`). Texts may hold `code` and *stress*.
 */
import { z } from './zod.ts';

/** What can be read off a run, each with what `in` names for it; absent when it names nothing. */
export const MEASURES = {
  /** Calls that ended well. */
  answered: undefined,
  /** Calls that got 429. */
  refused: undefined,
  /** Instances that started. */
  coldStarts: undefined,
  /** Instances that worked. */
  instances: undefined,
  /** Instances that are left. */
  alive: undefined,
  /** Invocations on the receipt. */
  billed: undefined,
  /** Time in the handlers, in ms, as measured; of a call that took too long with its start. */
  billedMs: undefined,
  /** From the first call until the last work is done, in s. */
  seconds: undefined,
  /** How often the message that was delivered most often was delivered. */
  attempts: undefined,
  /** Messages that were done. */
  doneMessages: undefined,
  /** Messages that were given up. */
  deadMessages: undefined,
  /** Whether the last call started an instance: 1 or 0. */
  lastIsCold: undefined,
  /** Of the last answer. */
  status: undefined,
  /** The number under this key of the key-value store. */
  value: 'een sleutel',
  /** Keys of the key-value store that begin so. */
  keys: 'het begin van sleutels',
  /** Files in the bucket whose key begins so. */
  files: 'het begin van sleutels',
  /** Lines in the log that hold this text. */
  lines: 'een stuk van een regel',
  /** The number in the last line of the log that looks so; `#` is the number. */
  lastNumber: 'een regel met een # waar het getal staat',
  /** A field of the last answer, which is JSON; `length` of a list. */
  field: 'een veld van het antwoord',
  /** The number in the last answer that stands where the `#` is. */
  answerNumber: 'een stuk van het antwoord met een # waar het getal staat',
} as const;

export type MeasureName = keyof typeof MEASURES;
const measureNames = Object.keys(MEASURES) as [MeasureName, ...MeasureName[]];

const text = z.string().min(1);
const many = z.int().min(1).max(50);

/** One thing that the reader does, as the experiment under the prediction asks it. */
const actSchema = z.strictObject({
  do: z.enum(['call', 'burst', 'send', 'upload', 'tick', 'quiet']),
  /** So many in a row; of a burst at once. */
  times: many.default(1),
  /** Of a call: `GET /likes`; the request that the playground begins with if absent. */
  request: z
    .string()
    .regex(/^[A-Z]+ \/\S*$/, { error: 'schrijf een methode en een pad: GET /likes' })
    .optional(),
  /** What is sent with it; that of the playground's own request if absent. */
  body: z.string().optional(),
  /** A part of what a reader sends with it, apart from spaces; anything if absent. */
  has: text.optional(),
  /** Only a call that starts an instance is meant. */
  cold: z.literal(true).optional(),
  /** Of an upload: the title of the sample file. */
  file: text.optional(),
});

const useSchema = z.strictObject({
  count: z.number().positive().default(1),
  durationMs: z.number().nonnegative(),
  memoryMb: z.int().positive(),
  initMs: z.number().positive().optional(),
  cpuMs: z.number().positive().optional(),
  tariff: text.optional(),
});
const usesSchema = z.array(useSchema).min(1);
const runSchema = useSchema.omit({ count: true });

/** What can be read off a simulated run. */
export const SIMULATED = [
  'total',
  'cold',
  'coldPercent',
  'rejected',
  'rejectedPercent',
  'peakInstances',
  'instances',
  'running',
  'waitP50',
  'waitP95',
  'waitP99',
] as const;

/** What can be read off servers under the same traffic. */
export const SERVED = [
  'rejected',
  'rejectedPercent',
  'usedPercent',
  'peakServers',
  'servers',
  'waitP50',
  'waitP95',
  'waitP99',
] as const;

/** A scenario as `npm run -s simulate` takes it; the simulation itself says what is wrong with one. */
const trafficFormSchema = z.record(z.string(), z.unknown());
export type TrafficForm = z.infer<typeof trafficFormSchema>;

/** What the tariffs or the simulation say; each kind comes to one number. */
const sumSchema = z
  .strictObject({
    /** How many times as much the first costs. */
    times: z.strictObject({ a: usesSchema, b: usesSchema }).optional(),
    /** How many times as much it costs as so many hours of the always-on server. */
    besideServer: z.strictObject({ uses: usesSchema, hours: z.number().positive() }).optional(),
    /** How many times as far the point lies from which the server is cheaper. */
    breakEven: z.strictObject({ a: runSchema, b: runSchema }).optional(),
    /** How many times as many of them are free each month. */
    freeCalls: z.strictObject({ a: runSchema, b: runSchema }).optional(),
    /** Milliseconds on the receipt of one cold call. */
    billedMs: z.strictObject({ durationMs: z.number().positive(), initMs: z.number().positive() }).optional(),
    /** How many times as much a run costs with memory `a` as with `b`, under the model of the lesson on memory. */
    memory: z
      .strictObject({
        measuredMs: z.number().positive(),
        waitingShare: z.number().min(0).max(1),
        a: z.int().positive(),
        b: z.int().positive(),
      })
      .optional(),
    /** What a simulated run comes to; with `beside`, how many times as much as that run does. */
    traffic: z
      .strictObject({
        run: trafficFormSchema,
        read: z.enum(SIMULATED),
        beside: trafficFormSchema.optional(),
      })
      .optional(),
    /** The same traffic on servers of `perServer` calls at once: what is read, or how many are enough for a wait of `enoughForMs`. */
    served: z
      .strictObject({
        run: trafficFormSchema,
        perServer: z.int().positive(),
        servers: z.int().positive(),
        /** An autoscaler that looks each minute; its servers are there so much later, in ms. */
        bootMs: z.number().positive().optional(),
        read: z.enum(SERVED).optional(),
        /** Of 95 % of the calls, in ms. */
        enoughForMs: z.number().positive().optional(),
      })
      .refine(({ read, enoughForMs }) => (read === undefined) !== (enoughForMs === undefined), {
        error: 'noem read of enoughForMs',
      })
      .optional(),
  })
  .refine((sum) => Object.keys(sum).length === 1, {
    error:
      'noem er precies één: times, besideServer, breakEven, freeCalls, billedMs, memory, traffic of served',
  });

const optionSchema = z
  .strictObject({
    text,
    /** What the measure says when this is the answer: exactly this … */
    is: z.union([z.number(), z.string()]).optional(),
    /** … or a number of at least `from` and below `to`. */
    from: z.number().optional(),
    to: z.number().optional(),
    /** What somebody with the misconception picks. */
    misconception: z.literal(true).optional(),
  })
  .refine(({ is, from, to }) => (is === undefined) === (from !== undefined || to !== undefined), {
    error: 'zeg met is, of met from en to, bij welke uitkomst dit antwoord klopt',
  });

const predictionSchema = z
  .strictObject({
    question: z.string().min(15),
    /** A number is asked: of what, one and more. */
    unit: z.tuple([text, text]).optional(),
    /** Of so many, which are drawn as a strip. */
    of: z.int().min(2).max(60).optional(),
    /** What somebody with the misconception says. */
    misconception: z.number().optional(),
    /** A share of the answer within which a number is right; only exactly it if absent. */
    close: z.number().positive().max(0.5).optional(),
    options: z.array(optionSchema).min(2).max(4).optional(),
    /** Name of the function in the playground of this page. */
    function: text.optional(),
    measure: z.enum(measureNames).optional(),
    in: text.optional(),
    run: z.array(actSchema).min(1).max(6).optional(),
    /** What the lesson had the reader do before. */
    before: z.array(actSchema).default([]),
    set: z
      .strictObject({
        memoryMb: z.int().positive().optional(),
        timeoutMs: z.int().positive().optional(),
        concurrencyLimit: z.int().positive().optional(),
        /** In the place of the manifest's. */
        env: z.record(z.string(), z.string()).optional(),
      })
      .default({}),
    /** Only the code of the lesson answers it: what the lesson has the reader change later would answer otherwise. */
    code: z.literal('lesson').optional(),
    edit: z.array(z.strictObject({ file: text, from: text, to: z.string() })).default([]),
    sum: sumSchema.optional(),
    why: z.string().min(30),
  })
  .superRefine((one, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if ((one.unit === undefined) === (one.options === undefined)) {
      say('question', 'vraag een getal (met unit) of een keuze (met options), en niet allebei');
    }
    if (one.unit && one.misconception === undefined) say('unit', 'hierbij hoort misconception: een getal');
    if (one.options && one.options.filter(({ misconception }) => misconception).length !== 1) {
      say('options', 'bij precies één antwoord hoort misconception: true');
    }
    if (one.options && (one.misconception ?? one.of ?? one.close) !== undefined) {
      say('options', 'misconception, of en close horen bij een getal');
    }
    const isRun = one.function !== undefined && one.measure !== undefined && one.run !== undefined;
    const isPartly = one.function !== undefined || one.measure !== undefined || one.run !== undefined;
    if (one.sum ? isPartly : !isRun) {
      say('question', 'wat waar is, komt van function, measure en run samen, of van sum');
    }
    // Whether a reader did it is seen by what is gone (`lesson/predictions/watch.ts`).
    if (one.edit.some(({ from, to }) => to.includes(from))) {
      say('edit', 'na de verandering mag from nergens meer staan: neem er een regel bij');
    }
    if (one.measure !== undefined) {
      const named = MEASURES[one.measure];
      if (named !== undefined && one.in === undefined) say('measure', `hierbij hoort in: ${named}`);
      if (named === undefined && one.in !== undefined) say('in', `hoort niet bij ${one.measure}`);
    }
  });

export const predictionsSchema = z
  .record(z.string(), predictionSchema)
  .refine((all) => Object.keys(all).every((id) => /^[a-z][a-z0-9-]{2,49}$/.test(id)), {
    error: 'een id heeft alleen kleine letters, cijfers en streepjes',
  });

export type Prediction = z.infer<typeof predictionSchema>;
export type Act = z.infer<typeof actSchema>;
export type ServedSum = NonNullable<z.infer<typeof sumSchema>['served']>;
export type Sum = z.infer<typeof sumSchema>;
export type Option = z.infer<typeof optionSchema>;
