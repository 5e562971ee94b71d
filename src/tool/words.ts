/** All that the tool says, by subject; `dutch.ts` and `english.ts` are the two languages. The compiler finds what one of them lacks. */
import type { Entry, InvocationFailure } from '../engine/index.ts';
import type { ProjectProblem } from '../project/index.ts';
import type { HandlerKind } from '../project/intake/index.ts';
import type { BillWords } from './bill/bill-words.ts';
import type { FolderRefusal, LeftOut } from './folder/read-folder.ts';
import type { Language } from './lab/protocol.ts';
import type { Refusal } from './server/gate.ts';
import type { StateProblem } from './stored-state.ts';

type OtherKind = Exclude<HandlerKind, 'own' | 'worker' | 'none'>;

/** What is found in a folder. */
export interface FolderWords {
  readonly refused: Readonly<Record<FolderRefusal['code'], (path: string) => string>>;
  readonly left: Readonly<Record<LeftOut['why'], (path: string) => string>>;
  readonly noScripts: string;
  readonly onlyTypeScript: string;
  readonly noHandler: string;
  readonly otherKind: Readonly<Record<OtherKind, (path: string) => string>>;
  readonly adapted: (path: string) => string;
  readonly workerNamed: (path: string) => string;
  readonly noDefault: (path: string) => string;
  /** @param why what the parser said; empty when it is no object */
  readonly brokenManifest: (why: string) => string;
  readonly cron: Readonly<Record<'CRON_INVALID' | 'CRON_NEVER', (name: string, cron: string) => string>>;
  /** @param names of packages and parts of Node */
  readonly needsNode: (names: string) => string;
  readonly notInstalled: (names: string) => string;
  /** @param inEnglish what zod itself says of it, as far as it does */
  readonly ofProject: (problem: ProjectProblem, inEnglish: string | null) => string;
}

/** What is said while functions run. */
export interface RunWords {
  readonly ready: (address: string) => string;
  readonly inTab: (address: string) => string;
  /** One function, with what sets it off. */
  readonly functionLine: (name: string, trigger: string) => string;
  readonly http: (routes: readonly string[] | null) => string;
  readonly upload: (prefix: string) => string;
  readonly timer: (cron: string, isOn: boolean) => string;
  readonly queue: string;
  /** How a program calls it: with which header. */
  readonly forPrograms: (header: string, token: string) => string;
  readonly noSandbox: string;
  readonly stores: (folder: string | null) => string;
  readonly stopping: string;
  readonly stillOld: string;
  readonly portTaken: (first: number, last: number) => string;
  readonly cannotListen: (why: string) => string;
  readonly stateUnusable: Readonly<Record<StateProblem, string>>;
  readonly entry: (entry: Entry) => readonly string[];
  readonly failure: (failure: InvocationFailure) => string;
  readonly receipt: (euro: string, usd: string) => string;
  readonly total: (calls: number, euro: string, usd: string, tariff: string) => string;
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly welcome: string;
  readonly failed: string;
  readonly noPage: string;
}

/** What is said of the command line itself. */
export interface CommandWords {
  readonly help: string;
  readonly unknownOption: (option: string) => string;
  readonly unknownLanguage: (language: string) => string;
  readonly badPort: (port: string) => string;
  readonly tooMany: (argument: string) => string;
  /** @param ids one a line */
  readonly unknownTariff: (tariff: string, ids: string) => string;
  readonly unexpected: (why: string) => string;
  readonly inOrder: (functions: number, files: number) => string;
  /** @param names of the templates */
  readonly whichTemplate: (names: string) => string;
  readonly exists: (paths: string) => string;
  readonly made: (path: string) => string;
  readonly nextStep: (folder: string) => string;
  readonly cannotWrite: (path: string, why: string) => string;
  /** @param names of the targets */
  readonly whichTarget: (names: string) => string;
  /** What a platform has no place for, in its own (Dutch) words or by its kind. */
  readonly lacks: (sentence: string, kind: string) => string;
  /** Names of packages, with a comma between them. */
  readonly packagesStay: (names: string) => string;
  readonly packed: (path: string, target: string) => string;
  readonly neverRests: string;
}

export interface ToolWords {
  readonly language: Language;
  readonly command: CommandWords;
  readonly folder: FolderWords;
  readonly run: RunWords;
  readonly bill: BillWords;
}
