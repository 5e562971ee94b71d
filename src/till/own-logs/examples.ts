/** Usage to begin with, for who has none of their own: a log as AWS Lambda writes it, and a table to fill in. */

export const EXAMPLE_LOG = `START RequestId: 8f5a1c2e Version: $LATEST
REPORT RequestId: 8f5a1c2e	Duration: 1058.15 ms	Billed Duration: 2366 ms	Memory Size: 128 MB	Max Memory Used: 67 MB	Init Duration: 1307.68 ms
REPORT RequestId: 0b7d93aa	Duration: 12.41 ms	Billed Duration: 13 ms	Memory Size: 128 MB	Max Memory Used: 67 MB
`;

/** As a Dutch or Belgian spreadsheet opens and saves it: warm calls, cold ones, and one that waited a lot. */
export const EXAMPLE_CSV = `\uFEFF${[
  'count;durationMs;memoryMb;initMs;cpuMs;memoryUsedMb',
  '950000;120;512;;40;180',
  '50000;120;512;812,5;40;180',
  '2000;2500,5;1024;;35;400',
].join('\r\n')}\r\n`;
