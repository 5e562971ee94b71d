/** What an exercise begins with: code that runs, for each thing that can set a function off. */
import type { KeptOwn, OwnCheck, OwnStep } from '../exercises/own/index.ts';
import type { Project } from '../project/index.ts';
import { readProject } from '../project/index.ts';

export type Draft = KeptOwn['own'];
export type Setting = 'http' | 'upload' | 'queue' | 'timer';

export const settingWords: Readonly<Record<Setting, string>> = {
  http: 'een verzoek (HTTP)',
  upload: 'een bestand dat binnenkomt',
  queue: 'een bericht in de wachtrij',
  timer: 'een timer',
};

const FILE = 'functie.js';

const STARTS: Readonly<Record<Setting, { readonly trigger: object; readonly code: string }>> = {
  http: {
    trigger: { type: 'http', path: '/' },
    code: `/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function functie(request, context) {
  return new Response('Dag!');
}`,
  },
  upload: {
    trigger: { type: 'upload', prefix: 'in/' },
    code: `/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function functie(event, context) {
  const bestand = await context.bucket.get(event.data.key);
  console.log(await bestand?.text());
}`,
  },
  queue: {
    trigger: { type: 'queue' },
    code: `/**
 * @param {QueueEvent<{ naam: string }>} event
 * @param {Context} context
 */
export default async function functie(event, context) {
  for (const { body } of event.data.messages) console.log(body);
}`,
  },
  timer: {
    trigger: { type: 'timer', cron: '0 8 * * *' },
    code: `/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function functie(event, context) {
  console.log('de timer ging af');
}`,
  },
};

/** @throws Error when a start of ours is wrong */
function projectOf(setting: Setting): Project {
  const functions = { functie: { entry: FILE, trigger: STARTS[setting].trigger } };
  const read = readProject(JSON.stringify({ version: 1, title: 'Oefening', functions }));
  if ('problems' in read) throw new Error(read.problems.map(({ sentence }) => sentence).join(' '));
  return read.project;
}

/** What sets off its functions; `http` for several. */
export function settingOf({ project }: Pick<Draft, 'project'>): Setting {
  const [first, ...others] = Object.values(project.functions);
  return first !== undefined && others.length === 0 ? first.trigger.type : 'http';
}

/** The same exercise, that begins with other code. */
export function withSetting(draft: Draft, setting: Setting): Draft {
  const files = [{ path: FILE, text: STARTS[setting].code }];
  const project = withGrants(projectOf(setting), files);
  return { ...draft, files, given: [], project, solution: files };
}

const BINDINGS = ['kv', 'bucket', 'queue'] as const;

/** What the code of a function asks for by name, it gets: nobody has to say so in a form. What it has already, it keeps. */
export function withGrants(project: Project, files: readonly { readonly text: string }[]): Project {
  const entries = Object.entries(project.functions);
  const [only] = entries;
  // Of several functions a workplace said which may use what.
  if (only === undefined || entries.length > 1) return project;
  const [name, one] = only;
  const asked = BINDINGS.filter(
    (binding) =>
      one.grants.includes(binding) || files.some(({ text }) => new RegExp(`\\b${binding}\\b`).test(text)),
  );
  return asked.length === one.grants.length
    ? project
    : { ...project, functions: { [name]: { ...one, grants: asked } } };
}

/** @param mark letters and digits that no other has */
export function newDraft(mark: string): Draft {
  const plain = {
    v: 1 as const,
    name: `eigen-${mark}`,
    title: '',
    task: '',
    level: 'instap' as const,
    minutes: 10,
    hints: [],
    checks: [],
    files: [],
    given: [],
    project: projectOf('http'),
    solution: [],
  };
  return withSetting(plain, 'http');
}

const FIRST_STEP: Readonly<Record<Setting, OwnStep>> = {
  http: { do: 'request', method: 'GET', path: '/', headers: [], body: '', times: 1, answer: [] },
  upload: { do: 'upload', key: 'in/voorbeeld.txt', text: 'een regel' },
  queue: { do: 'message', messages: ['{"naam":"Mila"}'] },
  timer: { do: 'timer' },
};

export const firstStep = (draft: Draft): OwnStep => FIRST_STEP[settingOf(draft)];

/** Its id was never another check's of this exercise: what a student passed is kept under it. */
export function newCheck(draft: Draft): OwnCheck {
  const numbers = draft.checks.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0));
  return {
    id: `c${Math.max(0, ...numbers) + 1}`,
    title: '',
    look: '',
    passesAtStart: false,
    inputs: [],
    steps: [firstStep(draft)],
    after: [],
  };
}
