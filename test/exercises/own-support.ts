/** An exercise as a teacher's form makes it, for tests: a greeting that has to know its name, and count who came. */
import { isOwn, type OwnExercise, readOwn } from '../../src/exercises/own/index.ts';

const START = `export default async function handler(request, context) {
  const naam = new URL(request.url).searchParams.get('naam');
  return Response.json({ groet: 'Dag Mila!', lengte: 4 });
}`;

export const SOLUTION = `export default async function handler(request, context) {
  const naam = new URL(request.url).searchParams.get('naam') ?? 'iedereen';
  const geteld = ((await context.kv.get('aantal')) ?? 0) + 1;
  await context.kv.put('aantal', geteld);
  console.log(\`gegroet: \${naam}\`);
  return Response.json({ groet: \`Dag \${naam}!\`, lengte: naam.length });
}`;

/** As its file has it. */
export const plainOwn = () => ({
  v: 1,
  name: 'eigen-groet-a1b2',
  title: 'Groet met een teller',
  task: 'Groet wie er komt.\n\n1. Noem de naam.\n2. Tel in `aantal`.',
  level: 'instap',
  minutes: 10,
  hints: ['Kijk naar `naam`.'],
  files: [{ path: 'groet.js', text: START }],
  given: [],
  project: {
    version: 1,
    title: 'Groet',
    functions: {
      groet: { entry: 'groet.js', trigger: { type: 'http', path: '/groet?naam=Mila' }, grants: ['kv'] },
    },
  },
  checks: [
    {
      id: 'naam',
      title: 'Wie een naam geeft, wordt gegroet',
      look: 'Gebruik `naam` in je antwoord.',
      passesAtStart: true as boolean,
      inputs: [] as object[],
      steps: [
        {
          do: 'request',
          path: '/groet?naam=Mila',
          answer: [
            { is: 'status', status: 200 },
            { is: 'field', field: 'groet', json: '"Dag Mila!"' },
          ],
        },
      ] as object[],
      after: [] as object[],
    },
    {
      id: 'elke-naam',
      title: 'Elke naam telt',
      look: 'Staat er nergens een vaste naam?',
      passesAtStart: true as boolean,
      inputs: [{ name: 'naam', example: 'Mila', kind: 'word', least: 5, most: 9 }],
      steps: [
        {
          do: 'request',
          path: '/groet?naam={{naam}}',
          answer: [{ is: 'field', field: 'groet', json: '"Dag {{naam}}!"' }],
        },
      ],
      after: [],
    },
    {
      id: 'telt',
      title: 'Wie komt, wordt geteld',
      look: 'Schrijf na elke groet in kv.',
      passesAtStart: false,
      inputs: [],
      steps: [
        { do: 'store', key: 'aantal', json: '6' },
        { do: 'request', path: '/groet?naam=Noah' },
      ],
      after: [
        { of: 'kv', key: 'aantal', json: '7' },
        { of: 'log', contains: 'Noah' },
        { of: 'count', what: 'kvWrites', compare: 'most', number: 1 },
      ],
    },
  ],
  solution: [{ path: 'groet.js', text: SOLUTION }] as { path: string; text: string }[] | null,
});

/** @throws Error with the sentences, when it can't be read */
export function ownOf(value: unknown = plainOwn()): OwnExercise {
  const read = readOwn(JSON.parse(JSON.stringify(value)));
  if (!isOwn(read)) throw new Error(read.problems.join('\n'));
  return read;
}
