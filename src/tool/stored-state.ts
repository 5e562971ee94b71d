/**
 * What is in the stores and under way, for as long as the tool runs, or longer in a folder: `.functielab/` in the project.
 *
 *     .functielab/stores.json    values, messages, and which file is under which name
 *     .functielab/files/         the files themselves, each named by what is in it
 *
 * A change is written at the end of the turn in which it was made: first what is new in `files/`, then the list in one move, then what
 * nothing names any more goes. So whoever pulls the plug has the list of before or of after, with all its files.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KvEntry, ObjectInfo, StoredObject } from '../contract/bindings.ts';
import type { Changes, Saved, SavedMessage } from '../engine/index.ts';

export const STATE_FOLDER = '.functielab';
const LIST = 'stores.json';
const FILES = 'files';
const VERSION = 1;
/** Somebody else's values may be in it. */
const ONLY_MINE = 0o700;

interface SavedList {
  readonly version: number;
  readonly kv: readonly KvEntry[];
  readonly objects: readonly (ObjectInfo & { readonly file: string })[];
  readonly messages: readonly SavedMessage[];
}

/** What is kept can't be used: nothing of it was changed. */
export class StateUnreadable extends Error {
  readonly code: 'DAMAGED' | 'NEWER';

  constructor(code: 'DAMAGED' | 'NEWER') {
    super(code);
    this.code = code;
  }
}

export class StoredState {
  readonly #folder: string | null;
  readonly #kv = new Map<string, KvEntry>();
  readonly #objects = new Map<string, StoredObject>();
  readonly #messages = new Map<string, SavedMessage>();
  #isPlanned = false;

  /**
   * @param project folder in which `.functielab/` lies; null keeps all of it in memory
   * @throws StateUnreadable
   */
  constructor(project: string | null) {
    this.#folder = project === null ? null : join(project, STATE_FOLDER);
    if (this.#folder !== null && existsSync(join(this.#folder, LIST))) this.#read(this.#folder);
  }

  get saved(): Saved {
    return {
      kv: [...this.#kv.values()],
      objects: [...this.#objects.values()],
      messages: [...this.#messages.values()],
    };
  }

  keep({ isEmptied, kv, objects, messages }: Changes): void {
    if (isEmptied) for (const all of [this.#kv, this.#objects, this.#messages]) all.clear();
    change(this.#kv, kv);
    change(this.#objects, objects);
    change(this.#messages, messages);
    if (this.#folder === null || this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => this.flush());
  }

  /** Writes what was not written yet. */
  flush(): void {
    if (this.#folder === null || !this.#isPlanned) return;
    this.#isPlanned = false;
    this.#write(this.#folder);
  }

  #read(folder: string): void {
    const list = listIn(folder);
    if (list.version > VERSION) throw new StateUnreadable('NEWER');
    try {
      for (const entry of list.kv) this.#kv.set(entry.key, entry);
      for (const { file, ...info } of list.objects) {
        const body = new Uint8Array(readFileSync(join(folder, FILES, file)));
        this.#objects.set(info.key, { ...info, body });
      }
      for (const message of list.messages) this.#messages.set(message.messageId, message);
    } catch {
      throw new StateUnreadable('DAMAGED');
    }
  }

  #write(folder: string): void {
    mkdirSync(join(folder, FILES), { recursive: true, mode: ONLY_MINE });
    const ignore = join(folder, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    const objects = [...this.#objects.values()].map(({ body, ...info }) => {
      const file = createHash('sha256').update(body).digest('hex');
      const place = join(folder, FILES, file);
      if (!existsSync(place)) writeWhole(place, body);
      return { ...info, file };
    });
    const { kv, messages } = this.saved;
    writeWhole(join(folder, LIST), JSON.stringify({ version: VERSION, kv, objects, messages }));
    const named = new Set(objects.map(({ file }) => file));
    for (const file of readdirSync(join(folder, FILES))) {
      if (!named.has(file)) rmSync(join(folder, FILES, file), { force: true });
    }
  }
}

function listIn(folder: string): SavedList {
  try {
    const value = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Partial<SavedList>;
    const { version, kv, objects, messages } = value;
    if (typeof version === 'number' && version > VERSION) throw new StateUnreadable('NEWER');
    if (typeof version !== 'number' || !Array.isArray(kv)) throw new StateUnreadable('DAMAGED');
    if (!Array.isArray(objects) || !Array.isArray(messages)) throw new StateUnreadable('DAMAGED');
    return { version, kv, objects, messages };
  } catch (error) {
    throw error instanceof StateUnreadable ? error : new StateUnreadable('DAMAGED');
  }
}

function change<Value>(all: Map<string, Value>, changes: ReadonlyMap<string, Value | null>): void {
  for (const [key, value] of changes) {
    if (value === null) all.delete(key);
    else all.set(key, value);
  }
}

/** Under another name first, so that nobody ever finds half of it. */
function writeWhole(place: string, content: string | Uint8Array): void {
  const beside = `${place}.new`;
  writeFileSync(beside, content, { mode: 0o600 });
  renameSync(beside, place);
}
