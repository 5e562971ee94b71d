/**
 * What is in the stores and under way, for as long as the tool runs, or longer in a folder: `.functielab/` in the project.
 *
 *     .functielab/stores.json    values, messages, and which file is under which name
 *     .functielab/files/         the files themselves, each named by what is in it
 *     .functielab/lock           which process has them now: two that wrote would each lose what the other did
 *
 * A change is written at the end of the turn in which it was made: first what is new in `files/`, then the list in one move, then what
 * nothing names any more goes. So whoever pulls the plug has the list of before or of after, with all its files.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { KvEntry, ObjectInfo, StoredObject } from '../contract/bindings.ts';
import type { Changes, Saved, SavedMessage } from '../engine/index.ts';

export const STATE_FOLDER = '.functielab';
const LIST = 'stores.json';
const FILES = 'files';
const LOCK = 'lock';
const IGNORED = '.gitignore';
/** Of a file in `files/`: the digest of what is in it. */
const FILE_NAME = /^[0-9a-f]{64}$/;
const VERSION = 1;
/** Somebody else's values may be in it. */
const ONLY_MINE = 0o700;

interface SavedList {
  readonly version: number;
  readonly kv: readonly KvEntry[];
  readonly objects: readonly (ObjectInfo & { readonly file: string })[];
  readonly messages: readonly SavedMessage[];
}

export type StateProblem = 'DAMAGED' | 'NEWER' | 'IN_USE' | 'NOT_WRITABLE' | 'LINKED';

/** What is kept can't be used: nothing of it was changed. */
export class StateUnusable extends Error {
  readonly code: StateProblem;

  constructor(code: StateProblem) {
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
   * @throws StateUnusable
   */
  constructor(project: string | null) {
    this.#folder = project === null ? null : join(project, STATE_FOLDER);
    if (this.#folder === null) return;
    takeLock(this.#folder);
    try {
      if (existsSync(join(this.#folder, LIST))) this.#read(this.#folder);
    } catch (error) {
      letGo(this.#folder);
      throw error;
    }
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

  /** Writes what was not written yet, and lets another process have it. */
  close(): void {
    this.flush();
    if (this.#folder !== null) letGo(this.#folder);
  }

  /** Writes what was not written yet. */
  flush(): void {
    if (this.#folder === null || !this.#isPlanned) return;
    this.#isPlanned = false;
    this.#write(this.#folder);
  }

  #read(folder: string): void {
    const list = listIn(folder);
    if (list.version > VERSION) throw new StateUnusable('NEWER');
    try {
      for (const entry of list.kv) this.#kv.set(entry.key, entry);
      for (const { file, ...info } of list.objects) {
        const place = join(folder, FILES, file);
        if (!FILE_NAME.test(file) || !lstatSync(place).isFile()) throw new StateUnusable('DAMAGED');
        const body = new Uint8Array(readFileSync(place));
        this.#objects.set(info.key, { ...info, body });
      }
      for (const message of list.messages) {
        if (!isMessage(message)) throw new StateUnusable('DAMAGED');
        this.#messages.set(message.messageId, message);
      }
    } catch {
      throw new StateUnusable('DAMAGED');
    }
  }

  #write(folder: string): void {
    mkdirSync(join(folder, FILES), { recursive: true, mode: ONLY_MINE });
    const ignore = join(folder, IGNORED);
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

/** Whether something in it is a link, or no plain file where one belongs. */
function leadsElsewhere(folder: string): boolean {
  const find = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false });
  const isLinked = ['', FILES].some((name) => find(name)?.isSymbolicLink());
  return isLinked || [LIST, LOCK, IGNORED].some((name) => find(name)?.isFile() === false);
}

function isMessage({
  messageId,
  queueName,
  content,
  attempts,
  hops,
  visibleAtWallMs,
}: SavedMessage): boolean {
  const isContent = content?.kind === 'queue' ? typeof content.body === 'string' : content?.kind === 'event';
  const areTexts = [messageId, queueName].every((one) => typeof one === 'string');
  return isContent && areTexts && [attempts, hops, visibleAtWallMs].every((one) => Number.isFinite(one));
}

/** What this process has. */
const held = new Set<string>();

/** @throws StateUnusable when a process that lives has it, or nothing can be written there */
function takeLock(folder: string): void {
  const place = join(folder, LOCK);
  try {
    // A folder may come from somebody else: what is written or cleared away through a link is a file of one's own elsewhere.
    if (leadsElsewhere(folder)) throw new StateUnusable('LINKED');
    mkdirSync(folder, { recursive: true, mode: ONLY_MINE });
    const pid = Number(readIfThere(place));
    // A number comes back, in a container at each start: our own is nobody else's.
    if (pid === process.pid ? held.has(place) : isAlive(pid)) throw new StateUnusable('IN_USE');
    writeFileSync(place, String(process.pid));
    held.add(place);
  } catch (error) {
    throw error instanceof StateUnusable ? error : new StateUnusable('NOT_WRITABLE');
  }
}

function readIfThere(place: string): string {
  return existsSync(place) ? readFileSync(place, 'utf8') : '';
}

function letGo(folder: string): void {
  const place = join(folder, LOCK);
  rmSync(place, { force: true });
  held.delete(place);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function listIn(folder: string): SavedList {
  try {
    const value = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Partial<SavedList>;
    const { version, kv, objects, messages } = value;
    if (typeof version === 'number' && version > VERSION) throw new StateUnusable('NEWER');
    if (typeof version !== 'number' || !Array.isArray(kv)) throw new StateUnusable('DAMAGED');
    if (!Array.isArray(objects) || !Array.isArray(messages)) throw new StateUnusable('DAMAGED');
    return { version, kv, objects, messages };
  } catch (error) {
    throw error instanceof StateUnusable ? error : new StateUnusable('DAMAGED');
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
  rmSync(beside, { force: true });
  writeFileSync(beside, content, { mode: 0o600, flag: 'wx' });
  renameSync(beside, place);
}
