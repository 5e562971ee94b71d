/**
 * The sets that a teacher put together, on this device: kept at once, and opened, copied or thrown away later. They name no student.
 * Tabs write over each other's list only for what they changed themselves.
 */
import { signal } from '@preact/signals';
import { asSet, type ExerciseSet, setFile } from '../../exercises/set.ts';
import { LIMIT_BYTES, parseJson } from '../../kit/packed.ts';
import { onChangeElsewhere, readText, writeText } from '../../kit/storage.ts';
import { isRecord } from '../../sharing/index.ts';
import { MOST_WEEKS } from '../sets/series.ts';
import { DRAFT_FORMS, type PlanForm } from './draft.ts';

/** Sets that were put together at once: one, two variants, or those of some weeks. */
export interface KeptPlan {
  readonly id: string;
  readonly changedAtMs: number;
  readonly sets: readonly ExerciseSet[];
  readonly form?: PlanForm;
}

const KEY = 'functielab:reeksen';
const KIND = 'reeksen';
const MOST_PLANS = 200;
const MOST_SETS = 20;
const MOST_TITLE = 1_000;
const ID = /^[0-9a-z-]{1,40}$/;
export const PLANS_FILE = 'mijn.functielab-reeksen.json';

export const keptPlans = signal<readonly KeptPlan[]>([]);

/** Reads them, and follows what other tabs do. */
export function followPlans(): void {
  const look = () => {
    keptPlans.value = readPlans(readText(KEY) ?? '') ?? [];
  };
  look();
  onChangeElsewhere(KEY, look);
}

/** @returns whether it was really kept */
export function keepPlan(plan: KeptPlan): boolean {
  return write((known) => [plan, ...known.filter(({ id }) => id !== plan.id)]);
}

/** @returns what brings it back */
export function dropPlan(id: string): () => void {
  const before = keptPlans.peek().find((one) => one.id === id);
  write((known) => known.filter((one) => one.id !== id));
  return () => {
    if (before) keepPlan(before);
  };
}

/** Of a plan that is here already the newest stays. @returns how many came in */
export function addPlans(plans: readonly KeptPlan[]): number {
  const known = new Map(keptPlans.peek().map((one) => [one.id, one.changedAtMs]));
  const newer = plans.filter(({ id, changedAtMs }) => changedAtMs > (known.get(id) ?? -1));
  const ids = new Set(newer.map(({ id }) => id));
  write((all) => [...newer, ...all.filter(({ id }) => !ids.has(id))]);
  return newer.length;
}

function write(change: (known: readonly KeptPlan[]) => readonly KeptPlan[]): boolean {
  const now = readPlans(readText(KEY) ?? '') ?? keptPlans.peek();
  const next = [...change(now)].sort((a, b) => b.changedAtMs - a.changedAtMs).slice(0, MOST_PLANS);
  keptPlans.value = next;
  return writeText(KEY, plansFile(next));
}

export function plansFile(plans: readonly KeptPlan[]): string {
  const written = plans.map(({ sets, ...plan }) => ({
    ...plan,
    sets: sets.map((set) => parseJson(setFile(set))),
  }));
  return JSON.stringify({ functielab: KIND, v: 1, plans: written });
}

/** @returns what can be read of it; null when it is no such file */
export function readPlans(text: string): readonly KeptPlan[] | null {
  const value = text.length > 4 * LIMIT_BYTES ? null : parseJson(text);
  if (!isRecord(value) || value['functielab'] !== KIND || value['v'] !== 1) return null;
  if (!Array.isArray(value['plans'])) return null;
  const plans = value['plans'].slice(0, MOST_PLANS).flatMap((one: unknown) => readPlan(one) ?? []);
  return [...new Map(plans.map((plan) => [plan.id, plan])).values()];
}

function readPlan(value: unknown): KeptPlan | null {
  if (!isRecord(value)) return null;
  const { id, changedAtMs, sets } = value;
  if (typeof id !== 'string' || !ID.test(id) || !Array.isArray(sets)) return null;
  if (typeof changedAtMs !== 'number' || Number.isNaN(new Date(changedAtMs).getTime())) return null;
  const whole = sets.slice(0, MOST_SETS).flatMap((one: unknown) => asSet(one) ?? []);
  const form = readForm(value['form']);
  return whole.length === 0 ? null : { id, changedAtMs, sets: whole, ...(form && { form }) };
}

function readForm(value: unknown): PlanForm | null {
  if (!isRecord(value)) return null;
  const { title, weeks } = value;
  const form = DRAFT_FORMS.find((one) => one === value['form']);
  if (form === undefined || typeof title !== 'string' || title.length > MOST_TITLE) return null;
  if (typeof weeks !== 'number' || !Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS) return null;
  return { form, title, weeks };
}
