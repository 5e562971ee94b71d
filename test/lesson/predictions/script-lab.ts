/**
 * Does the experiment of a prediction on the platform under Node: the calls that its text asks a reader for, on the code and with the
 * settings that it names. What is waited for is jumped to, and what comes at once does so on any machine (`LabDriver`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import type { CreateHost } from '../../../src/contract/host.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { sampleFromManifest } from '../../../src/course/sample-from-manifest.ts';
import { functionSchema } from '../../../src/course/schemas/function.ts';
import type { Act, Prediction } from '../../../src/course/schemas/prediction.ts';
import { LabDriver } from '../../../src/exercises/lab/driver.ts';
import type { Received } from '../../../src/exercises/lab/index.ts';
import type { RequestOptions } from '../../../src/exercises/lab/lab-request.ts';
import { type Answered, type Asked, experimentIn } from '../../../src/lesson/predictions/experiment.ts';
import { type Measured, measure, type Stored } from '../../../src/lesson/predictions/measures.ts';

const FUNCTIONS = fileURLToPath(new URL('../../../content/functions', import.meta.url));
/** Where the site has files to try an upload with. */
const FILES = fileURLToPath(new URL('../../../public/voorbeelden', import.meta.url));
const LIMIT_MS = 60_000;
/** How long a call may take where the prediction says nothing of that: a slow machine is not what is asked. */
const PATIENT_MS = 30_000;

export function sampleOf(name: string): Sample {
  const folder = join(FUNCTIONS, name);
  const manifest = functionSchema.parse(JSON.parse(readFileSync(join(folder, 'function.json'), 'utf8')));
  const files = manifest.files.map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8').trimEnd(),
  }));
  return sampleFromManifest(name, manifest, files, (file) => join(FILES, file));
}

/** @throws Error when an edit finds nothing to replace, or leaves it there: nobody who does what the lesson asks would have done it */
export function asAsked({ function: name = '', set, edit }: Prediction): Sample {
  const sample = sampleOf(name);
  const settings = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const files = sample.files.map(({ path, text }) => {
    const own = edit.filter(({ file }) => file === path);
    return {
      path,
      text: own.reduce((code, { from, to }) => {
        if (!code.includes(from)) throw new Error(`${name}/${path} has no ${from}`);
        const edited = code.replace(from, () => to);
        if (edited.includes(from)) throw new Error(`${name}/${path} still has ${from}`);
        return edited;
      }, text),
    };
  });
  for (const { file } of edit) {
    if (!sample.files.some(({ path }) => path === file)) throw new Error(`${name} has no ${file}`);
  }
  return { ...sample, timeoutMs: PATIENT_MS, ...settings, files };
}

class ScriptLab extends LabDriver {
  readonly #sample: Sample;
  readonly #asked = new Map<string, Asked>();
  readonly #answered = new Map<string, Answered>();

  constructor(createHost: CreateHost, sample: Sample, stopped: AbortSignal) {
    super(createHost, sample, stopped);
    this.#sample = sample;
    this.begin(sample.files);
  }

  /** @returns null when the script of the prediction is no experiment that its own text would find */
  async measureAfter({ before, run = [], measure: name, in: named }: Prediction): Promise<Measured | null> {
    for (const act of before) await this.#do(act);
    await this.quiet();
    const from = this.engine.entries().length;
    for (const act of run) await this.#do(act);
    await this.quiet();
    const seen = { entries: this.engine.entries(), from, asked: this.#asked, answered: this.#answered };
    const done = experimentIn(seen, run);
    return done === null || name === undefined ? null : measure(name, done, this.#stored, named);
  }

  get #stored(): Stored {
    return {
      values: new Map(this.engine.bindings.kvEntries().map(({ key, value }) => [key, value])),
      files: this.engine.bindings.objects().map(({ key }) => key),
    };
  }

  async #do(act: Act): Promise<void> {
    switch (act.do) {
      case 'quiet':
        return this.endInstances();
      case 'burst':
        return this.#note(act, await this.burst(act.times, ...this.#requestOf(act)));
      case 'call':
        for (let time = 0; time < act.times; time += 1) {
          this.#note(act, [await this.request(...this.#requestOf(act))]);
        }
        return;
      case 'send':
        return this.send(...Array.from({ length: act.times }, () => this.#example()));
      case 'tick':
        for (let time = 0; time < act.times; time += 1) await this.tick();
        return;
      case 'upload': {
        const { key, text, contentType } = this.#fileOf(act);
        for (let time = 0; time < act.times; time += 1) await this.upload(key, text, contentType);
      }
    }
  }

  #requestOf({ request, body }: Act): [method: string, path: string, options: RequestOptions] {
    const { examples, request: start } = this.#sample;
    const [method = '', path = ''] = request?.split(' ') ?? [start?.method, start?.path];
    const known = [...examples, ...(start ? [start] : [])].find(
      (one) => one.method === method && one.path === path,
    );
    const text = body ?? known?.body ?? '';
    const headers = known?.headers ?? {};
    return [method, path, text === '' || method === 'GET' ? { headers } : { headers, body: text }];
  }

  #note(act: Act, received: readonly Received[]): void {
    const [method, path, { body = '' }] = this.#requestOf(act);
    for (const { answer } of received) {
      this.#asked.set(answer.invocationId, { method, path, body });
      const text = new TextDecoder().decode(answer.response?.body ?? new Uint8Array());
      this.#answered.set(answer.invocationId, { status: answer.status, text });
    }
  }

  #example(): unknown {
    const trigger = this.#sample.functions.map((one) => one.trigger).find(({ type }) => type === 'queue');
    if (trigger?.type !== 'queue') throw new Error(`${this.#sample.name} has no queue`);
    return JSON.parse(trigger.example);
  }

  #fileOf({ file: title }: Act): { key: string; text: string; contentType: string } {
    const trigger = this.#sample.functions.map((one) => one.trigger).find(({ type }) => type === 'upload');
    const sample =
      trigger?.type === 'upload' ? trigger.samples.find((one) => one.title === title) : undefined;
    if (trigger?.type !== 'upload' || !sample) throw new Error(`${this.#sample.name} has no file ${title}`);
    const text = readFileSync(sample.url, 'utf8');
    return { key: trigger.prefix + sample.file, text, contentType: 'application/octet-stream' };
  }
}

/** What the experiment of a prediction comes to on the platform; null when it comes to nothing that can be read. */
export async function cameOf(prediction: Prediction): Promise<Measured | null> {
  const sample = asAsked(prediction);
  return withNodeHost(async (createHost) => {
    const lab = new ScriptLab(createHost, sample, AbortSignal.timeout(LIMIT_MS));
    try {
      return await lab.measureAfter(prediction);
    } finally {
      lab.dispose();
    }
  });
}
