/** A row for each sample, a column for each target. */
import type { CloudTarget } from '../../src/take-home/clouds/index.ts';
import type { Outcome } from './record.ts';

export function table(targets: readonly CloudTarget[], outcomes: readonly Outcome[]): string {
  const names = [...new Set(outcomes.map(({ subject }) => subject))];
  const rows = names.map((name) => [name, ...targets.map(({ id }) => kindOf(outcomes, id, name))]);
  const sums = (['passed', 'difference', 'played', 'lacking', 'failed'] as const).map((kind) => [
    kind,
    ...targets.map(({ id }) =>
      String(outcomes.filter((one) => one.targetId === id && one.kind === kind).length),
    ),
  ]);
  const all = [['', ...targets.map(({ id }) => id)], ...rows, ...sums];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function kindOf(outcomes: readonly Outcome[], targetId: string, subject: string): string {
  return outcomes.find((one) => one.targetId === targetId && one.subject === subject)?.kind ?? '';
}
