/**
 * A folder without `functielab.json`: which of its files are functions, and what to do with a handler of another kind. What is safe to
 * adapt is adapted beside it, in a file of its own; the files that came stay as they were.
 */
import type { SourceFile } from '../../contract/data.ts';
import { fileNameOf } from '../../kit/save-file.ts';
import { PROJECT_FILE, type Project, type ProjectFunction, projectSchema } from '../project-schema.ts';
import { writeProject } from '../write-project.ts';
import { type HandlerFacts, type HandlerKind, handlerIn } from './handlers.ts';
import type { Refusal } from './take-in.ts';

export interface Recognised {
  /** With a `functielab.json`, and what was made to adapt a handler. */
  readonly files: readonly SourceFile[];
  /** What was found and what is left to do, in Dutch; empty when there is nothing to say. */
  readonly notes: readonly string[];
}

const SCRIPT = /\.m?js$/;
const NO_HANDLER = /(^|\/)(test|tests|__tests__)\/|\.(test|spec|config)\.m?js$/;
const MOST_RECOGNISED = 20;

/** A script in which a function may be, with what it is. */
export interface ScriptFacts extends HandlerFacts {
  readonly path: string;
  readonly text: string;
}

/** What to do with a handler that can't run here as it is. */
const ADVICE: Readonly<Record<Exclude<HandlerKind, 'own' | 'worker' | 'none'>, string>> = {
  aws:
    'is een handler van AWS Lambda: die krijgt (event, context). Hier krijgt een functie een Request en geeft ze een Response. ' +
    'Schrijf bovenaan export default async (request) => … en geef new Response(…) of Response.json(…) terug.',
  azure:
    'is een functie van Azure: die meldt zich met app.http(…). Laat het pakket @azure/functions weg, en zet export default voor de ' +
    'functie zelf: ze krijgt hier een Request en geeft een Response.',
  google:
    'is een functie van Google Cloud: die krijgt (req, res). Laat het functions-framework weg en schrijf export default async ' +
    '(request) => …, met een Response als antwoord.',
  server:
    'is een server die zelf luistert, met Express of iets wat daarop lijkt. Een functie luistert niet: zet wat een route doet in export ' +
    'default async (request) => …, en laat listen weg. In de les “Van server naar functies” doe je dat stap voor stap.',
  commonjs:
    'gebruikt require of module.exports. Hier werken ES-modules: schrijf import in plaats van require, en export default voor de functie.',
  broken: 'is niet te lezen als JavaScript. Voer de functie uit om te zien waar de fout staat.',
};

export function recognise(files: readonly SourceFile[]): Recognised | Refusal {
  if (files.some(({ path }) => path === PROJECT_FILE)) return { files, notes: [] };
  const found = scriptsIn(files);
  if (found.length === 0) return { refusal: withoutScripts(files) };
  const own = found.filter(({ kind }) => kind === 'own').slice(0, MOST_RECOGNISED);
  const workers = found.filter(({ kind }) => kind === 'worker').slice(0, MOST_RECOGNISED);
  const adapters = workers.map((worker) => adapterOf(worker, files));
  const strange = found.filter(({ kind }) => !['own', 'worker', 'none'].includes(kind));
  const notes = [
    ...own.flatMap(noteOfOwn),
    ...workers.map((worker, at) => noteOfWorker(worker, adapters[at]?.path ?? '')),
    ...strange.map(({ path, kind }) => `${path} ${ADVICE[kind as keyof typeof ADVICE]}`),
  ];
  const handlers = [...own, ...workers.map((worker, at) => ({ ...worker, path: adapters[at]?.path ?? '' }))];
  // Without any, what is nearest to one: who runs it reads what is missing in it.
  const chosen = handlers.length > 0 ? handlers : [strange[0] ?? firstOf(found)];
  if (handlers.length + strange.length === 0) notes.push(NO_FUNCTION);
  const project = projectOf(chosen, found, notes);
  return {
    files: [...files, ...adapters, { path: PROJECT_FILE, text: writeProject(project) }],
    notes,
  };
}

/** Those in which a handler is looked for: no tests, and no settings of other tools. */
export function scriptsIn(files: readonly SourceFile[]): readonly ScriptFacts[] {
  const scripts = files.filter(({ path }) => SCRIPT.test(path) && !NO_HANDLER.test(path));
  return scripts.map(({ path, text }) => ({ path, text, ...handlerIn(text) }));
}

const NO_FUNCTION =
  'In geen enkel bestand staat export default met een functie. Zet dat voor de functie die moet draaien, en kies dat bestand bij Instellingen.';

function withoutScripts(files: readonly SourceFile[]): string {
  const isTyped = files.some(({ path }) => /\.[mc]?tsx?$/.test(path) && !path.endsWith('.d.ts'));
  const why = isTyped
    ? 'Deze map heeft TypeScript, en het lab draait JavaScript. Zet het eerst om, bijvoorbeeld met npx tsc, en kies de map met het resultaat.'
    : 'In deze map staat geen JavaScript (.js of .mjs), dus ook geen functie. Kies de map met je code.';
  return `${why} Er is niets veranderd.`;
}

/** The file that a folder usually begins with. */
function firstOf(found: readonly ScriptFacts[]): ScriptFacts {
  const [first] = found;
  if (first === undefined) throw new Error('asked of no files');
  return found.find(({ path }) => /^(src\/)?(index|main|app|server|handler)\.m?js$/.test(path)) ?? first;
}

function projectOf(chosen: readonly ScriptFacts[], found: readonly ScriptFacts[], notes: string[]): Project {
  const names = new Set<string>();
  const isAlone = chosen.length === 1;
  const packages = [...new Set(found.flatMap((one) => one.packages))];
  const functions: [string, unknown][] = [];
  let hasQueue = false;
  for (const one of chosen) {
    const name = freeName(one.path, names);
    names.add(name);
    const trigger = triggerOf(one, isAlone ? null : name, hasQueue);
    hasQueue ||= trigger.type === 'queue';
    functions.push([name, { entry: one.path, trigger, grants: grantsOf(one.text) }]);
  }
  const [[, only] = []] = functions as [string, ProjectFunction][];
  const canBeNode = isAlone && only?.trigger.type === 'http' && only.grants.length === 0;
  if (packages.length > 0) notes.push(noteOfPackages(packages, canBeNode));
  return projectSchema.parse({
    version: 1,
    functions: Object.fromEntries(functions),
    runtime: packages.length > 0 && canBeNode ? 'node' : 'browser',
  });
}

function noteOfPackages(packages: readonly string[], canBeNode: boolean): string {
  const named = `${packages.slice(0, 5).join(', ')}${packages.length > 5 ? ' en meer' : ''}`;
  return canBeNode
    ? `De code gebruikt pakketten of onderdelen van Node (${named}). Ze draait daarom alleen in Node, in WebContainer, en niet in de sandbox van je browser.`
    : `De code gebruikt pakketten of onderdelen van Node (${named}). Dat kan hier alleen met één functie die HTTP beantwoordt en niets bewaart. Schrijf het zonder, of splits het.`;
}

const REQUESTS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** @param route its own path where several functions answer; null for one that gets every request */
function triggerOf({ kind, takes, text }: ScriptFacts, route: string | null, hasQueue: boolean) {
  if (kind === 'own' && isEvent(takes)) {
    if (/\bdata\.messages\b|\bmessages\b|\bberichten\b/.test(text) && !hasQueue) return { type: 'queue' };
    if (/\bdata\b[^;\n]*\bkey\b|\bkey\b[^;\n]*\bdata\b/.test(text))
      return { type: 'upload', prefix: 'uploads/' };
    return { type: 'timer', cron: '*/5 * * * *' };
  }
  if (route === null) return { type: 'http' };
  return { type: 'http', path: `/${route}`, routes: REQUESTS.map((method) => `${method} /${route}`) };
}

const isEvent = (takes: string) => /^(event|gebeurtenis|cloudEvent)$/.test(takes);

function grantsOf(text: string): string[] {
  return ['kv', 'bucket', 'queue'].filter((name) =>
    new RegExp(
      `\\bcontext\\??\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*(=\\s*context|\\)\\s*(=>|\\{))`,
    ).test(text),
  );
}

function noteOfOwn({ path, takes, text }: ScriptFacts): string[] {
  const grants = grantsOf(text);
  const wakes = isEvent(takes)
    ? [
        `${path} krijgt een gebeurtenis. Wat de functie aanroept, hebben we geraden: kijk dat na bij Instellingen.`,
      ]
    : [];
  const may =
    grants.length > 0
      ? [`${path} gebruikt context.${grants.join(' en context.')}: dat recht heeft ze gekregen.`]
      : [];
  return [...wakes, ...may];
}

function noteOfWorker({ path, others }: ScriptFacts, adapter: string): string {
  const rest =
    others.length === 0
      ? ''
      : ` Wat ze verder heeft (${others.join(', ')}), draait hier niet: maak daar een eigen functie van, met een klok of een wachtrij.`;
  return (
    `${path} is een Worker: een object met fetch. ${adapter} roept die aan, en je eigen bestand is niet veranderd. ` +
    `In env staan alleen de omgevingsvariabelen: KV, R2 en D1 van Cloudflare zijn hier context.kv en context.bucket.${rest}`
  );
}

/** Calls the Worker as its own platform does: with the request, its settings, and what it wants done after its answer. */
function adapterOf({ path }: ScriptFacts, files: readonly SourceFile[]): SourceFile {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const base = path.slice(folder.length).replace(SCRIPT, '');
  const taken = new Set(files.map((file) => file.path));
  let adapter = `${folder}${base}.functie.js`;
  for (let count = 2; taken.has(adapter); count += 1) adapter = `${folder}${base}.functie-${count}.js`;
  return {
    path: adapter,
    text: `// Roept de Worker aan zoals zijn eigen platform dat doet. Gemaakt door Functielab.
import worker from './${path.slice(folder.length)}';

export default async function functie(request, context) {
  const later = [];
  const antwoord = await worker.fetch(request, context.env, {
    waitUntil: (belofte) => later.push(belofte),
    passThroughOnException() {},
  });
  // Met het antwoord stopt een functie: wat daarna nog moest, gebeurt dus ervoor.
  await Promise.allSettled(later);
  return antwoord;
}
`,
  };
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  const parts = path.replace(/(\.functie(-\d+)?)?\.m?js$/, '').split('/');
  const last = parts.at(-1) ?? '';
  const own = /^(index|main|handler)$/.test(last) ? (parts.at(-2) ?? last) : last;
  const base = fileNameOf(own, 'functie');
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
  return name;
}
