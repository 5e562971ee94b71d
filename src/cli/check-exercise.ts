/**
 * `npm run -s oefening`: the checks of an exercise, run under Node. Without `--code` on its start code and its solution, for
 * authors: exit status 1 when an exercise is not in order. With `--code` on the code in a folder, for whoever wrote it: the same
 * verdict as a page gives; exit status 1 when a check fails.
 *
 * Exit status 2 when there is no verdict: nothing was run, for arguments that can't be, or the solution itself came to no answer on
 * a machine that has too much to do.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Tariff } from '../billing/index.ts';
import { codeFromDisk, exerciseFromDisk, exerciseNames } from '../build/exercises/from-disk.ts';
import { judge, validate } from '../build/exercises/validate.ts';
import { type CheckResult, pointsOf } from '../exercises/check.ts';
import { drawSeed } from '../exercises/fresh-inputs.ts';
import { noVerdictInWords } from '../exercises/run/oracle.ts';
import { loadPrices } from '../tool/bill/tariff-folder.ts';

const HELP = `Controleer oefeningen.

  npm run -s oefening                                  alle oefeningen: startcode en oplossing
  npm run -s oefening -- <naam> …                      deze oefeningen
  npm run -s oefening -- <naam> --code <map>           de code in een map

  --seed <getal>   dezelfde verse invoer als eerder (een geheel getal van 0 tot 4294967295)
  --tariff <id>    budgetten tegen dit tarief, zoals in een reeks die er een noemt
  --json           de uitslag als JSON

Draai met --code alleen code die je zelf schreef of helemaal las. Ze draait in Node, en Node is geen afgesloten
omgeving: die code kan bij al je bestanden en bij het internet. Inleveringen van anderen kijk je na op de pagina
Nakijken: daar draait code in de afgesloten omgeving van je browser.`;

interface Asked {
  readonly names: readonly string[];
  readonly folder: string | null;
  readonly seed: number;
  readonly tariff: Tariff | undefined;
  readonly asJson: boolean;
}

/** @returns what is wrong, in Dutch, when it can't be */
function read(args: readonly string[]): Asked | string {
  const options = {
    code: { type: 'string' },
    seed: { type: 'string' },
    tariff: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch {
      return null;
    }
  })();
  if (parsed === null) return `Dit begrijpen we niet. Zo werkt het:\n\n${HELP}`;
  const { values, positionals } = parsed;
  if (values.help) return HELP;
  const all = exerciseNames();
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    return `Deze oefening is er niet: ${unknown.join(', ')}. Dit zijn ze: ${all.join(', ')}.`;
  }
  if (values.code !== undefined && positionals.length !== 1) {
    return 'Geef bij --code de naam van één oefening: npm run -s oefening -- groet-iedereen --code mijn-map';
  }
  const seed = values.seed === undefined ? drawSeed() : Number(values.seed);
  if (values.seed === '' || !Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    return 'Geef bij --seed een geheel getal van 0 tot 4294967295.';
  }
  const { tariffs } = loadPrices();
  const tariff = tariffs.find(({ id }) => id === values.tariff);
  if (values.tariff !== undefined && tariff === undefined) {
    return `Het tarief ${values.tariff} kennen we niet. Dit zijn ze: ${tariffs.map(({ id }) => id).join(', ')}.`;
  }
  return {
    names: positionals.length > 0 ? positionals : all,
    folder: values.code ?? null,
    seed,
    tariff,
    asJson: values.json === true,
  };
}

async function main(args: readonly string[]): Promise<void> {
  const asked = read(args);
  if (typeof asked === 'string') {
    const isHelp = asked === HELP;
    (isHelp ? console.log : console.error)(asked);
    process.exitCode = isHelp ? 0 : 2;
  } else if (asked.folder === null) {
    await checkExercises(asked);
  } else {
    await checkCode(asked.names[0] ?? '', asked.folder, asked);
  }
}

async function checkCode(name: string, folder: string, { seed, tariff, asJson }: Asked): Promise<void> {
  const exercise = await exerciseFromDisk(name);
  const files = codeFromDisk(exercise, folder);
  if (files.length === 0) {
    const paths = exercise.sample.files.map(({ path }) => path).join(', ');
    console.error(`In ${folder} staat geen bestand van deze oefening. Verwacht: ${paths}.`);
    process.exitCode = 2;
    return;
  }
  const results = await judge(exercise, files, { seed, tariff });
  const points = pointsOf(results);
  if (asJson) {
    console.log(JSON.stringify({ exercise: name, seed, points, of: results.length, results }, null, 2));
  } else {
    console.log(`${exercise.sample.title} (${name}), startgetal ${seed}`);
    show(folder, results);
  }
  if (results.some(({ isPassed }) => !isPassed)) process.exitCode = 1;
}

async function checkExercises({ names, seed, tariff, asJson }: Asked): Promise<void> {
  const told: object[] = [];
  for (const name of names) {
    const exercise = await exerciseFromDisk(name);
    const { solution, start, problems } = await validate(exercise, { seed, tariff });
    if (problems.length > 0) process.exitCode = 1;
    if (asJson) {
      told.push({ exercise: name, seed, solution, start, problems });
      continue;
    }
    console.log(`\n${exercise.sample.title} (${name}), startgetal ${seed}`);
    show('Oplossing', solution);
    show('Startcode', start);
    for (const problem of problems) console.log(`  FOUT: ${problem}`);
  }
  if (asJson) console.log(JSON.stringify(told, null, 2));
}

function show(title: string, results: readonly CheckResult[]): void {
  console.log(`  ${title}: ${pointsOf(results)} van ${results.length}`);
  for (const { title: check, isPassed, passesAtStart, problem, bill } of results) {
    const times = bill && ` (${(Number(bill.usd) / Number(bill.solutionUsd)).toFixed(2)} keer de oplossing)`;
    const note = isPassed && passesAtStart ? ' (al goed bij het begin)' : '';
    console.log(`    ${isPassed ? '✓' : '✗'} ${check}${times ?? ''}${note}`);
    if (problem) console.log(`        verwacht: ${problem.expected}\n        gekregen: ${problem.received}`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(noVerdictInWords(error));
  process.exitCode = 2;
}
