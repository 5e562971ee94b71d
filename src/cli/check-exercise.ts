/**
 * `npm run -s oefening`: the checks of one exercise, or of all, run under Node on its start code and its solution. For
 * authors: the code of learners never runs here. Exit status 1 when an exercise is not in order.
 */
import process from 'node:process';
import { exerciseFromDisk, exerciseNames } from '../build/exercises/from-disk.ts';
import { validate } from '../build/exercises/validate.ts';
import type { CheckResult } from '../exercises/check.ts';

async function main(asked: readonly string[]): Promise<void> {
  const all = exerciseNames();
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`Deze oefening is er niet: ${unknown.join(', ')}. Dit zijn ze: ${all.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  for (const name of asked.length > 0 ? asked : all) {
    const exercise = await exerciseFromDisk(name);
    const { solution, start, problems } = await validate(exercise);
    console.log(`\n${exercise.sample.title} (${name})`);
    show('Oplossing', solution);
    show('Startcode', start);
    for (const problem of problems) console.log(`  FOUT: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}

function show(title: string, results: readonly CheckResult[]): void {
  const passed = results.filter(({ isPassed }) => isPassed).length;
  console.log(`  ${title}: ${passed} van ${results.length}`);
  for (const { title: check, isPassed, problem, bill } of results) {
    const times = bill && ` (${(Number(bill.usd) / Number(bill.solutionUsd)).toFixed(2)} keer de oplossing)`;
    console.log(`    ${isPassed ? '✓' : '✗'} ${check}${times ?? ''}`);
    if (problem) console.log(`        verwacht: ${problem.expected}\n        gekregen: ${problem.received}`);
  }
}

await main(process.argv.slice(2));
