/** The bill in a terminal, in English: help, what is wrong and what was supposed. The receipt itself is in Dutch. */
import { LONGEST_PERIOD_ID, MOST_PERIODS } from '../../billing/index.ts';
import {
  ASSUMED_MEMORY_MB,
  nearColumn,
  type ReadingProblem,
  type ReadingProblemCode,
  type UsageReading,
} from '../../billing/reading/index.ts';
import type { BillWords } from './bill-words.ts';

const problems = {
  MISSING: ({ field }) => `${field} is missing. Fill it in, or leave the line out.`,
  NOT_A_NUMBER: ({ field }) => `${field} is no number. Write digits, such as 12.5.`,
  AMBIGUOUS: ({ field }) =>
    `${field} can be read in two ways: 1.250 may be 1250, or 1,25. Write it without a point (1250), or with a comma (1,25).`,
  NOT_AN_INTEGER: ({ field }) => `${field} must be a whole number.`,
  NOT_A_DECIMAL: ({ field }) => `${field} is no amount such as 0.20.`,
  NEGATIVE: ({ field }) => `${field} is below zero. That can't be.`,
  ZERO: ({ field }) => `${field} is zero. It must be more.`,
  TOO_LARGE: ({ field }) => `${field} is impossibly large. Is the unit right: ms and MB?`,
  OTHER_UNIT: ({ field }) => `${field} does not go with this unit.`,
  OTHER_TARIFF: ({ field }) => `${field} belongs to another tariff.`,
  NOT_A_CLAIM: ({ field }) => `${field} must be true or false.`,
  NOT_TEXT: ({ field }) => `${field} must be text.`,
  TOO_LONG: ({ field }) =>
    `${field} is longer than ${LONGEST_PERIOD_ID} characters. Give each period a shorter name.`,
  TOO_MANY_PERIODS: ({ field }) =>
    `There are more than ${MOST_PERIODS.toLocaleString('en')} values of ${field}. Give the log in parts, or leave ${field} out.`,
  UNREADABLE_REPORT: ({ field }) => `${field} can't be read in this REPORT line. Was all of it copied?`,
  NO_TIME: ({ field }) =>
    `${field} is missing, or no time. Turn that field on in the export, or leave the line out.`,
  NOT_MEGABYTES: ({ field }) => `${field} is no memory in bytes, such as 134217728 or 1.28E8.`,
  NOT_JSON: () => 'This is no valid JSON. Look at quotes and commas.',
  NOT_A_RECORD: () => 'This is no object with fields such as durationMs and memoryMb.',
  MISSING_COLUMNS: ({ field }) =>
    `The first line lacks columns: ${field}. Put the names of the columns there.`,
  NAMED_TWICE: ({ field }) => `${field} is there twice. Leave one of them out.`,
  OPEN_QUOTE: () => 'A quote begins here and ends nowhere. This line does not count.',
  CUT_OFF: () => 'What begins here has no end. Was all of the file copied? What is whole counts.',
  PIECE_TOO_LARGE: () => 'This is too much for one line or object. Export it as CSV, or in smaller parts.',
  NO_TEXT: ({ field }) =>
    `This file is no text${field === '' ? '' : ` (${field})`}. Unpack it, or export the log as text, CSV or JSON.`,
  GZIP_BROKEN: () => 'This file is packed with gzip and not whole. Unpack it and try again.',
  NOTHING_FOUND: () =>
    'There is no usage here. Give logs of AWS Lambda, Azure, Google Cloud or Cloudflare, CSV with names of columns, or JSON.',
} satisfies Record<ReadingProblemCode, (problem: ReadingProblem) => string>;

function notes(reading: UsageReading, memoryMb: number): readonly string[] {
  const { skipped, problemCount, unknownColumns, billedOtherwise, restored, memoryAssumed } = reading;
  const names = unknownColumns.map((name) => {
    const near = nearColumn(name);
    return near === null ? name : `${name} (did you mean ${near}?)`;
  });
  const told: readonly (readonly [number, string])[] = [
    [skipped, `Other lines, skipped: ${skipped}.`],
    [problemCount, `Lines that can't be read, and don't count: ${problemCount}.`],
    [names.length, `Names that are not known, and don't count: ${names.join(', ')}.`],
    [memoryAssumed, `Calls without memory in the log, taken as ${memoryMb} MB: ${memoryAssumed}.`],
    [
      billedOtherwise,
      `Lines for which AWS billed another time itself: ${billedOtherwise}. Are they from before August 2025?`,
    ],
    [restored, `Starts from a snapshot (SnapStart), of which the price does not count: ${restored}.`],
  ];
  return told.flatMap(([count, sentence]) => (count > 0 ? [sentence] : []));
}

/** @param command what to type to get here */
export function englishBillWords(command: string): BillWords {
  return {
    help: `Usage: ${command} [options] [file …]
       ${command} [options] < logs.txt

It reads logs of AWS Lambda, Azure, Google Cloud and Cloudflare, CSV with names of columns
(durationMs, memoryMb, …) and JSON; packed with gzip too, and of any size.

  --tariff <id>   this tariff only, line by line; without it all tariffs are compared
  --free-tier     with the free tier; without it none counts
  --memory <MB>   the memory of calls of which the log does not tell it; without it ${ASSUMED_MEMORY_MB}
  --json, --csv   for programs or a spreadsheet
  --help          this text
`,
    jsonOrCsv: 'Choose --json or --csv, not both.',
    memoryIsNumber: 'After --memory comes a whole number of MB, such as 512.',
    unknownOption: (option) => `The option ${option} is not known.`,
    optionsUnreadable:
      'These options can’t be read. After --tariff comes the id of one, after --memory a number of MB.',
    unknownTariff: (tariff, ids) => `The tariff ${tariff} is not known. Choose one of these:\n${ids}`,
    unreadable: (name, why) => `${name ?? 'Standard input'} can't be read: ${why}`,
    isEmpty: (name) =>
      `${name === null ? 'Nothing came in' : `${name} is empty`}. Give usage on standard input, or name a file.`,
    reasons: {
      ENOENT: 'the file is not there. Is the name right?',
      EISDIR: 'it is a folder. Name the files themselves, such as logs/*.gz.',
      EACCES: 'you may not read it.',
      EPERM: 'you may not read it.',
    },
    brokeOff: (code) => `reading broke off (${code}).`,
    line: (problem) => `line ${problem.line}: ${problems[problem.code](problem)}`,
    otherLines: (count) => `and ${count.toLocaleString('en')} other lines.`,
    notes,
  };
}
