/** The steps of a lesson of the course, and its playgrounds on real Node, with a clock that jumps when nothing is under way. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withoutCode } from '../../../src/build/content/index.ts';
import { stepsInMdx } from '../../../src/build/content/steps-in-mdx.ts';
import type { CreateHost } from '../../../src/contract/host.ts';
import type { StepDo, StepWhen } from '../../../src/course/lesson-step.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { sampleFromManifest } from '../../../src/course/sample-from-manifest.ts';
import { functionSchema } from '../../../src/course/schemas/function.ts';
import { type Clock, cronMoments, Engine } from '../../../src/engine/index.ts';
import type { Step } from '../../../src/lesson/steps/counting.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { ContainersModel } from '../../../src/playground/hosts/webcontainer/containers.ts';
import type { AlarmParts } from '../../../src/playground/model/alarm-keeper.ts';
import { AlarmModel } from '../../../src/playground/model/alarm-model.ts';
import { createPlayground } from '../../../src/playground/model/playground.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const LESSONS = `${PROJECT}/content/lessons`;

export interface RealStep extends Step {
  readonly doing: StepDo | null;
}

export interface RealLesson {
  readonly slug: string;
  readonly steps: readonly RealStep[];
  /** Names of the sample functions that have a playground in it. */
  readonly functions: readonly string[];
}

export const lessons: readonly RealLesson[] = readdirSync(LESSONS)
  .filter((file) => file.endsWith('.mdx'))
  .sort()
  .map((file) => {
    const text = readFileSync(`${LESSONS}/${file}`, 'utf8');
    const { tries, functions } = stepsInMdx(text, withoutCode(text));
    const steps = tries.flatMap(({ at, steps: within }, group) =>
      within.map(({ doing, when }, number) => ({
        key: `${group + 1}-${number + 1}`,
        group: group + 1,
        number: number + 1,
        at: at ?? '',
        // What the check of the content let through: `test/build/content/content.test.ts`.
        when: (when ?? null) as StepWhen | null,
        doing: (doing ?? null) as StepDo | null,
      })),
    );
    return { slug: file.replace(/^\d+-|\.mdx$/g, ''), steps, functions };
  });

export function sampleFromDisk(name: string): Sample {
  const folder = `${PROJECT}/content/functions/${name}`;
  const manifest = functionSchema.parse(JSON.parse(readFileSync(`${folder}/function.json`, 'utf8')));
  const files = manifest.files.map((path) => ({
    path,
    text: readFileSync(`${folder}/${path}`, 'utf8').trimEnd(),
  }));
  return sampleFromManifest(name, manifest, files, (file) => `${PROJECT}/public/voorbeelden/${file}`);
}

/**
 * A second of the lab lasts so many real ones, unless it is moved: fifty real threads that begin at once on a busy machine would
 * all be out of time, and how fast the machine is is no part of what a step asks.
 */
const SLOWER = 20;

/** Real time, slowed down, and as far ahead as it was moved. */
class MovedClock implements Clock {
  #aheadMs = 0;
  readonly #startedAtMs = performance.now();
  readonly #startedWallMs = Date.now();
  readonly #timers = new Set<{ readonly atMs: number; readonly fn: () => void; cancel: () => void }>();

  nowMs(): number {
    return (performance.now() - this.#startedAtMs) / SLOWER + this.#aheadMs;
  }

  wallMs(): number {
    return this.#startedWallMs + this.nowMs();
  }

  setTimer(atMs: number, fn: () => void): () => void {
    const timer = { atMs, fn, cancel: () => {} };
    this.#timers.add(timer);
    const wait = setTimeout(() => this.#fire(timer), Math.max(0, Math.ceil((atMs - this.nowMs()) * SLOWER)));
    timer.cancel = () => {
      clearTimeout(wait);
      this.#timers.delete(timer);
    };
    return () => timer.cancel();
  }

  move(ms: number): void {
    this.#aheadMs += ms;
    for (const timer of [...this.#timers]) if (timer.atMs <= this.nowMs()) this.#fire(timer);
  }

  #fire(timer: { readonly fn: () => void; cancel: () => void }): void {
    timer.cancel();
    timer.fn();
  }
}

export function realPlayground(sample: Sample, createHost: CreateHost) {
  const clock = new MovedClock();
  const engine = new Engine({ createHost, clock, services: sample.services, serviceWaits: 'counted' });
  const openLab = () =>
    Promise.resolve({
      engine,
      clockStepMs: () => 0.1,
      nowMs: () => engine.nowMs(),
      readEntry,
      prepare: () => {},
      runIn: () => {},
      cronMoments: (expression: string, count: number) => cronMoments(expression, engine.wallMs(), count),
      keeping: null,
      makeAlarm: (parts: AlarmParts) => new AlarmModel(engine, parts),
      tape: () => null,
      close: () => engine.dispose(),
    });
  const load = () => Promise.reject(new Error('none'));
  const starters = { webcontainer: new ContainersModel({ load, coep: 'require-corp' }) };
  return { model: createPlayground(sample, openLab, starters), engine, clock };
}
