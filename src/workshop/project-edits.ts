/** What the forms change in a project: each a plain step from one project to the next. */
import type { Project, ProjectFunction } from '../project/index.ts';
import { projectSchema } from '../project/index.ts';

export type TriggerType = ProjectFunction['trigger']['type'];

/** What a function gets when its reader chooses what sets it off. */
const FRESH: Readonly<Record<TriggerType, unknown>> = {
  http: { type: 'http' },
  upload: { type: 'upload', prefix: 'uploads/' },
  timer: { type: 'timer', cron: '*/5 * * * *' },
  queue: { type: 'queue' },
};

/** With every field filled in, as a schema does it. */
export function freshTrigger(type: TriggerType): ProjectFunction['trigger'] {
  const { functions } = projectSchema.parse({
    version: 1,
    functions: { nieuw: { entry: 'nieuw.js', trigger: FRESH[type] } },
  });
  return (functions['nieuw'] as ProjectFunction).trigger;
}

/** A name that no function of the project has: `nieuw`, `nieuw-2`. */
export function freeName({ functions }: Project, base: string): string {
  let name = base;
  for (let count = 2; Object.hasOwn(functions, name); count += 1) name = `${base}-${count}`;
  return name;
}

export function withFunction(project: Project, name: string, one: ProjectFunction): Project {
  return { ...project, functions: { ...project.functions, [name]: one } };
}

/** In its own place: requests look for their route in the order of the functions. */
export function withRenamedFunction(project: Project, name: string, to: string): Project {
  const entries = Object.entries(project.functions).map(
    ([one, value]) => [one === name ? to : one, value] as const,
  );
  return { ...project, functions: Object.fromEntries(entries) };
}

export function withoutFunction(project: Project, name: string): Project {
  const entries = Object.entries(project.functions).filter(([one]) => one !== name);
  return { ...project, functions: Object.fromEntries(entries) };
}

/** A file has another name now: the functions that begin in it go along. */
export function withRenamedFile(project: Project, path: string, to: string): Project {
  const entries = Object.entries(project.functions).map(
    ([name, one]) => [name, one.entry === path ? { ...one, entry: to } : one] as const,
  );
  return { ...project, functions: Object.fromEntries(entries) };
}

/** What of a project decides how its laboratory is built; the rest is set while it runs. */
export function structureOf({ title, functions, runtime, services, idleTimeoutMs }: Project): string {
  return JSON.stringify([title, functions, runtime, services, idleTimeoutMs]);
}
