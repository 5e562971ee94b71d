/** What a check of a teacher's own asks of what a run left behind: stores, log and counts. */
import { CheckFailure, type ExerciseLab, inWords, namesInWords } from '../lab/index.ts';
import { filled, type Values } from './holes.ts';
import { jsonIn } from './json-in.ts';
import type { AfterWish } from './own-exercise.ts';

/** @throws CheckFailure when it isn't so */
export function hasCome(lab: ExerciseLab, wish: AfterWish, values: Values): void {
  switch (wish.of) {
    case 'kv': {
      const key = filled(wish.key, values);
      if (wish.json === null) lab.lacksStored(key);
      else lab.hasStored(key, jsonIn(wish.json, values));
      return;
    }
    case 'bucket': {
      const key = filled(wish.key, values);
      if (wish.contains === null) lacksObject(lab, key);
      else hasObjectWith(lab, key, filled(wish.contains, values));
      return;
    }
    case 'log':
      hasLogged(lab, filled(wish.contains, values), wish.times);
      return;
    case 'count':
      if (wish.compare === 'exactly') lab.usedExactly(wish.number, wish.what);
      else lab.usedAtMost(wish.number, wish.what);
      return;
    case 'bill':
      // The runner lays the bills beside one another.
      return;
  }
}

/** The same, to be laid beside what the solution left behind. */
export function seenAfter(
  lab: ExerciseLab,
  wishes: readonly AfterWish[],
  values: Values,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    wishes.flatMap((wish) => {
      const one = seen(lab, wish, values);
      return one === null ? [] : [one];
    }),
  );
}

function seen(lab: ExerciseLab, wish: AfterWish, values: Values): readonly [string, unknown] | null {
  switch (wish.of) {
    case 'kv': {
      const key = filled(wish.key, values);
      const { kv } = lab;
      return [`kv ${key}`, Object.hasOwn(kv, key) ? kv[key] : null];
    }
    case 'bucket': {
      const key = filled(wish.key, values);
      const { objects } = lab;
      const text = Object.hasOwn(objects, key) ? (objects[key] ?? null) : null;
      const part = filled(wish.contains ?? '', values);
      // Who asks for a part leaves the rest free.
      return [`bucket ${key}`, part === '' ? text : (text?.includes(part) ?? null)];
    }
    case 'log': {
      const part = filled(wish.contains, values);
      const times = lab.timesLogged(patternOf(part));
      return [`logboek ${part}`, wish.times === null ? times > 0 : times];
    }
    case 'count':
      // "At most" is no count that has to be the solution's.
      return wish.compare === 'exactly' ? [wish.what, lab.counts[wish.what]] : null;
    case 'bill':
      return null;
  }
}

/** @param times null: at least once */
function hasLogged(lab: ExerciseLab, part: string, times: number | null): void {
  const pattern = patternOf(part);
  if (times !== null) {
    lab.hasLogged(pattern, times, inWords(part));
    return;
  }
  if (lab.timesLogged(pattern) > 0) return;
  const shown = namesInWords(lab.logLines);
  throw new CheckFailure(
    `in het logboek een regel met ${inWords(part)}`,
    shown === '' ? 'het logboek is leeg' : `in het logboek staat ${shown}`,
  );
}

function lacksObject({ objects }: ExerciseLab, key: string): void {
  if (!Object.hasOwn(objects, key)) return;
  throw new CheckFailure(
    `geen bestand ${inWords(key)} in de bucket`,
    `een bestand met ${inWords(objects[key])}`,
  );
}

function hasObjectWith(lab: ExerciseLab, key: string, part: string): void {
  const text = lab.hasObject(key);
  if (text.includes(part)) return;
  throw new CheckFailure(`in ${key}: ${inWords(part)}`, text === '' ? 'een leeg bestand' : inWords(text));
}

/** A line with this in it, to the letter. */
function patternOf(part: string): RegExp {
  return new RegExp(part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
}
