/** The result as it is checked in, for the page that shows it: a run of only some targets leaves the others as they were. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CloudTarget } from '../../src/take-home/clouds/index.ts';
import type { Proof, ProofKind } from '../../src/take-home/clouds/proof.ts';

const RECORD = fileURLToPath(new URL('src/take-home/clouds/proof.json', `file://${process.cwd()}/`));

export interface Outcome {
  readonly targetId: string;
  readonly subject: string;
  readonly kind: ProofKind | 'failed';
  /** A sentence for each thing that it lacks, or in which it differs. */
  readonly wrong: readonly string[];
}

/** @throws Error when a pair failed: that is no proof */
export function recordOf(targets: readonly CloudTarget[], outcomes: readonly Outcome[]): Proof {
  return Object.fromEntries(
    targets.map(({ id, engine }) => {
      const pairs = outcomes
        .filter(({ targetId }) => targetId === id)
        .map(({ subject, kind }) => {
          if (kind === 'failed') throw new Error(`${subject} fails on ${id}: nothing is recorded`);
          return [subject, kind] as const;
        });
      const day = new Date().toISOString().slice(0, 10);
      return [id, { day, version: engine.version, pairs: Object.fromEntries(pairs) }];
    }),
  );
}

/** A part of the pairs of a target goes beside those of an earlier run in the same engine, and the day is that of the earlier one. */
export function writeRecord(proof: Proof): void {
  const before = existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Proof) : {};
  const merged = Object.entries(proof).map(([id, { day, version, pairs }]) => {
    const known = before[id];
    if (known?.version !== version) return [id, { day, version, pairs }] as const;
    const isWhole = Object.keys(known.pairs).every((name) => name in pairs);
    return [
      id,
      { day: isWhole ? day : known.day, version, pairs: sorted({ ...known.pairs, ...pairs }) },
    ] as const;
  });
  writeFileSync(RECORD, `${JSON.stringify({ ...before, ...Object.fromEntries(merged) }, null, 2)}\n`);
}

function sorted<Value>(pairs: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(pairs).sort(([one], [other]) => (one < other ? -1 : 1)));
}
