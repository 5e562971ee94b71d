/** The outside world of a playground, as its manifest names it (`services` in `function.json`): see `contract/services.ts`. */
import {
  isPlayedStatus,
  RESERVED_ENDINGS,
  SERVICE_NAME,
  type ServiceAnswer,
  type ServiceSpec,
  STATUSES_WITHOUT_BODY,
} from '../../contract/services.ts';
import { z } from './zod.ts';

/** How long a service takes when its manifest says nothing. */
const LATENCY_MS = 50;
const LONGEST_LATENCY_MS = 60_000;
const MOST_SERVICES = 5;

const span = z
  .number()
  .int()
  .min(0, 'mag niet onder 0 ms liggen')
  .max(LONGEST_LATENCY_MS, `mag maximaal ${LONGEST_LATENCY_MS} ms zijn`);
const chance = z.number().min(0, 'is een kans van 0 tot en met 1').max(1, 'is een kans van 0 tot en met 1');

/** A record of which each key has to fit; zod's own check of a key keeps the sentence to itself. */
function keyed<Value extends z.ZodType>(value: Value, pattern: RegExp, sentence: string) {
  return z.record(z.string(), value).superRefine((record, context) => {
    for (const key of Object.keys(record)) {
      if (!pattern.test(key)) context.addIssue({ code: 'custom', message: sentence, path: [key] });
    }
  });
}

const answer = z
  .strictObject({
    status: z
      .number()
      .refine(isPlayedStatus, 'moet een status van 200 tot en met 599 zijn, en geen doorverwijzing (3xx)')
      .default(200),
    headers: z.record(z.string(), z.string()).default({}),
    /** The body as JSON, or as text. */
    json: z.json().optional(),
    text: z.string().optional(),
    maxItems: z.record(z.string().min(1), z.number().int().min(1, 'moet minstens 1 zijn')).default({}),
  })
  .superRefine(({ status, json, text }, context) => {
    const report = (message: string) => context.addIssue({ code: 'custom', message });
    if (json !== undefined && text !== undefined) report('geef `json` of `text`, niet allebei');
    if (STATUSES_WITHOUT_BODY.includes(status) && (json !== undefined || text !== undefined)) {
      report(`bij status ${status} hoort geen \`json\` of \`text\``);
    }
  });

const service = z
  .strictObject({
    /** In ms, or drawn from a range of whole ms. */
    latencyMs: z
      .union([
        span,
        z.tuple([span, span]).refine(([least, most]) => least <= most, 'begint met het kleinste getal'),
      ])
      .default(LATENCY_MS),
    rateLimit: z
      .strictObject({
        requests: z.number().int().min(1, 'moet minstens 1 zijn'),
        windowMs: z.number().int().min(1_000, 'moet minstens 1000 ms zijn: Retry-After telt hele seconden'),
      })
      .optional(),
    /** Chances: of a 503, and of a connection that drops. */
    failures: z
      .strictObject({ errors: chance.default(0), drops: chance.default(0) })
      .default({ errors: 0, drops: 0 }),
    seed: z.number().int().default(1),
    /** By method and path, as in the routes of a function: `GET /metingen/:plaats`. */
    routes: keyed(
      answer,
      /^[A-Z]+ \/\S*$/,
      'moet een methode en een pad zijn: "GET /metingen/:plaats"',
    ).default({}),
    /** The name leads to the functions of this playground, so that one can call another; then there is nothing to play. */
    functions: z.literal(true).optional(),
  })
  .superRefine(({ routes, functions }, context) => {
    const hasRoutes = Object.keys(routes).length > 0;
    const report = (message: string) => context.addIssue({ code: 'custom', message, path: ['routes'] });
    if (!functions && !hasRoutes) report('heeft minstens één route nodig');
    if (functions && hasRoutes)
      report('gaat niet samen met `functions`: de routes zijn die van je eigen functies');
  });

export const servicesSchema = keyed(
  service,
  SERVICE_NAME,
  `moet https:// zijn met een naam die niemand kan hebben, op ${RESERVED_ENDINGS.join(', ')} (RFC 2606): "https://weer.example"`,
)
  .refine(
    (services) => Object.keys(services).length <= MOST_SERVICES,
    `mag maximaal ${MOST_SERVICES} diensten noemen`,
  )
  .default({});

type Answer = z.infer<typeof answer>;

export function servicesOf(services: z.infer<typeof servicesSchema>): ServiceSpec[] {
  return Object.entries(services).map(
    ([name, { latencyMs, rateLimit, failures, seed, routes, functions }]) => ({
      name,
      ...(functions && { isOwn: true as const }),
      latencyMs: typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs,
      rateLimit: rateLimit ?? null,
      failures,
      seed,
      routes: Object.entries(routes).map(([route, given]) => {
        const [method = '', path = ''] = route.split(' ');
        return { method, path, maxItems: given.maxItems, answer: answerOf(given) };
      }),
    }),
  );
}

function answerOf({ status, headers, json, text }: Answer): ServiceAnswer {
  const type =
    json !== undefined ? 'application/json' : text !== undefined ? 'text/plain;charset=UTF-8' : null;
  const own = Object.entries(headers);
  const isTyped = type === null || own.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status,
    headers: isTyped ? own : [['content-type', type], ...own],
    body: json !== undefined ? JSON.stringify(json) : (text ?? ''),
  };
}
