/** A marking as one file, to take along to another device or to lay aside. Whoever opens it believes the verdicts in it. */
import { parseJson } from '../../../kit/packed.ts';
import { isRecord } from '../../../sharing/index.ts';
import {
  keptHead,
  keptSource,
  type MarkingState,
  readHead,
  readSource,
  readVerdict,
} from './marking-record.ts';

const KIND = 'nakijken';
const VERSION = 1;
export const MARKING_FILE_END = '.functielab-nakijken.json';
/** What a browser reads at once. */
export const MARKING_LIMIT_BYTES = 128 * 1_024 * 1_024;

/** Why a file is no marking to open. */
export type MarkingFileProblem = 'OTHER_FILE' | 'NEWER' | 'BROKEN' | 'TOO_LARGE';

export function markingFile({ head, sources, verdicts }: MarkingState): string {
  const file = {
    functielab: KIND,
    v: VERSION,
    ...keptHead(head),
    sources: sources.map(keptSource),
    verdicts: [...verdicts].map(([key, verdict]) => ({ key, ...verdict })),
  };
  return `${JSON.stringify(file)}\n`;
}

/** By its name, so that it is not read as a hand-in: what is in it decides. */
export const isMarkingName = (name: string): boolean => /functielab-nakijken.*\.json$/i.test(name);

/** None of it is taken unless all of it is whole. */
export function readMarkingFile(text: string): MarkingState | MarkingFileProblem {
  if (text.length > MARKING_LIMIT_BYTES) return 'TOO_LARGE';
  const value = parseJson(text);
  if (!isRecord(value) || value['functielab'] !== KIND) {
    return text.includes(`"functielab":"${KIND}"`) ? 'BROKEN' : 'OTHER_FILE';
  }
  const { v, sources, verdicts } = value;
  if (typeof v === 'number' && v > VERSION) return 'NEWER';
  const head = readHead(value);
  if (v !== VERSION || head === null || !Array.isArray(sources) || !Array.isArray(verdicts)) return 'BROKEN';
  const read = sources.map(readSource);
  const judged = verdicts.map(readVerdict);
  const whole = read.filter((source) => source !== null);
  const believed = judged.filter((verdict) => verdict !== null);
  if (whole.length < read.length || believed.length < judged.length) return 'BROKEN';
  return {
    head,
    sources: whole,
    verdicts: new Map(believed.map(({ key, version, results }) => [key, { version, results }])),
  };
}

/**
 * Two markings as one: what was handed in to either, each of them once. What the teacher chose in the first stays; verdicts of the
 * second count where both drew the same inputs.
 */
export function merged(mine: MarkingState, other: MarkingState): MarkingState {
  const isHere = new Set(mine.sources.map(identityOf));
  const lastDrop = Math.max(0, ...mine.sources.map(({ drop = 0 }) => drop));
  const added = other.sources
    .filter((source) => !isHere.has(identityOf(source)))
    .map((source) => ({ ...source, drop: (source.drop ?? 0) + lastDrop + 1 }));
  const isSameSeed = mine.head.seed === other.head.seed;
  const remarksOf = new Map(mine.head.remarksOf);
  for (const [key, remark] of other.head.remarksOf) {
    const here = remarksOf.get(key);
    if (here !== remark) remarksOf.set(key, here ? `${here}\n${remark}` : remark);
  }
  return {
    head: { ...mine.head, remarksOf, people: mine.head.people || other.head.people },
    sources: [...mine.sources, ...added],
    verdicts: isSameSeed ? new Map([...other.verdicts, ...mine.verdicts]) : mine.verdicts,
  };
}

/**
 * The same for the same file in the same place, in whatever drop it came. Of a file on its own the name says nothing, since whoever
 * saves one twice gets `werk (1).json`: there the moment at which it was made tells one from another.
 */
export function identityOf(source: MarkingState['sources'][number]): string {
  const isAlone = source.way.length === 1 && 'madeAt' in source && source.madeAt !== null;
  return JSON.stringify({ ...keptSource(source), drop: 0, ...(isAlone ? { way: [] } : {}) });
}
