/**
 * `npm run -s bill`: usage in, a receipt out; with `--tariff <id>` that receipt, without it all tariffs, cheapest first. All of it is
 * the tool's (`tool/bill/bill-logs.ts`), so that both give the same receipt.
 */
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bill } from '../tool/bill/bill-logs.ts';
import { dutchBillWords } from '../tool/bill/bill-words.ts';
import { loadPrices } from '../tool/bill/tariff-folder.ts';

const words = dutchBillWords('npm run -s bill --');

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  // Nobody types a log: without a file, and without anything piped in, this is a question.
  if (process.stdin.isTTY && args.every((one) => one.startsWith('-')) && !args.includes('--help')) {
    process.stderr.write(words.help);
    process.exitCode = 2;
    return;
  }
  const outcome = await bill(args, process.stdin, loadPrices(), new Date(), words);
  process.stderr.write(outcome.stderr);
  process.stdout.write(outcome.stdout);
  process.exitCode = outcome.status;
}

if (
  import.meta.url === pathToFileURL(process.argv[1] ?? '').href ||
  process.argv[1] === fileURLToPath(import.meta.url)
) {
  await main();
}
