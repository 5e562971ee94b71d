/** A learning environment through its SCORM API, whichever of the two it speaks, and however it takes what it is told. */
import imported from '@szenadam/scorm-api-wrapper';
import type { ScormVersion } from '../package/manifest.ts';

export interface Environment {
  readonly version: ScormVersion;
  /** Empty when it has nothing under that name. */
  get(name: string): string;
  /** Tells it what it has not been told yet. @returns false when it refuses; then it is told again the next time */
  set(name: string, value: string | number): boolean;
  /** Whether it was told something since the last `save` that went well. */
  hasNews(): boolean;
  /** @returns whether it says that all is kept */
  save(): boolean;
  finish(): void;
}

/** The library is CommonJS: as Node reads it, its class is one level deeper than its types say. */
const ScormApiWrapper = 'default' in imported ? (imported.default as typeof imported) : imported;

/** @returns `NONE` when no environment is found around this window, `REFUSED` when there is one that does not begin */
export function findEnvironment(): Environment | 'NONE' | 'REFUSED' {
  const api = new ScormApiWrapper(false);
  // It would tell a status, and save it, before we have said anything.
  api.handleCompletionStatus = false;
  let handle: Handle | null;
  try {
    handle = api.getApiHandle() as Handle | null;
    if (!handle) return 'NONE';
  } catch {
    // A window around this one is of another site, and may not be looked into.
    return 'NONE';
  }
  if (!attempt(() => api.initialize())) return 'REFUSED';
  const told = new Map<string, string>();
  let hasNews = false;
  return {
    version: handle.LMSFinish ? '1.2' : '2004',
    get: (name) => attempt(() => api.dataGet(name)) || '',
    set(name, value) {
      const text = String(value);
      if (told.get(name) === text) return true;
      const isTaken = attempt(() => api.dataSet(name, text)) === true;
      if (isTaken) {
        told.set(name, text);
        hasNews = true;
      }
      return isTaken;
    },
    hasNews: () => hasNews,
    save() {
      const isKept = attempt(() => api.save()) === true;
      if (isKept) hasNews = false;
      return isKept;
    },
    finish() {
      // Not by the library: after a completed lesson it would ask a 1.2 environment to log the learner out.
      attempt(() => (handle.LMSFinish ? handle.LMSFinish('') : handle.Terminate?.('')));
    },
  };
}

interface Handle {
  LMSFinish?(text: ''): string;
  Terminate?(text: ''): string;
}

/** What an environment throws is its refusal. */
function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
