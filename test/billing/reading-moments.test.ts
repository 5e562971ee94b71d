/** When the calls of a log were, in each form that tells it: a bill of a minute looks like one of a month. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { momentOf } from '../../src/billing/reading/moment.ts';

const log = (name: string) => readFileSync(new URL(`logs/${name}`, import.meta.url), 'utf8');
const minified = (name: string) => JSON.stringify(JSON.parse(log(name)));

/** From the first call to the last, as ISO 8601 writes it. */
function spanOf(text: string): readonly string[] | null {
  const { span } = readUsageText(text);
  return span && [span.fromMs, span.toMs].map((ms) => new Date(ms).toISOString());
}

describe('from the first call to the last', () => {
  const two = ['2026-11-20T09:12:44.120Z', '2026-11-20T09:12:45.002Z'];
  test.each([
    ['aws-filter-log-events.json', ['2026-11-20T09:12:42.002Z', '2026-11-20T09:12:42.003Z']],
    ['aws-json-format.ndjson', ['2026-11-20T09:12:44.120Z', '2026-11-20T09:12:44.120Z']],
    // One has a time of its own, which is nearer than that of the row around it.
    ['aws-console.csv', ['2026-11-20T09:12:42.004Z', '2026-11-20T09:12:44.120Z']],
    ['aws-insights.csv', ['2026-11-20T09:12:44.120Z', '2026-11-20T09:12:45.420Z']],
    ['aws-insights-results.json', ['2026-11-20T09:12:44.120Z', '2026-11-20T09:12:45.420Z']],
    ['azure-requests.csv', two],
    ['azure-query.json', two],
    ['azure-apprequests.ndjson', two],
    ['google-functions-gen1.txt', two],
    ['google-run.json', two],
    ['cloudflare-tail.txt', ['2026-11-20T09:12:44.062Z', '2026-11-20T09:12:44.062Z']],
    ['cloudflare-logpush.ndjson', ['2026-11-20T09:12:44.062Z', '2026-11-20T09:12:44.062Z']],
  ])('%s', (name, span) => {
    expect(spanOf(log(name))).toEqual(span);
    if (name.endsWith('.json')) expect(spanOf(minified(name))).toEqual(span);
  });

  const report = 'REPORT RequestId: x\tDuration: 1 ms\tMemory Size: 128 MB';
  const first = '2026-11-01T00:00:00.000Z';
  const last = '2026-11-30T21:59:59.900Z';
  test.each([
    ['as aws logs tail prints them', `2026-11-30T23:59:59.900000+02:00 2026/11/30/[$LATEST]3a ${report}`],
    ['as sam logs prints them', `2026/11/30/[$LATEST]3a 2026-11-30T21:59:59.900000 ${report}`],
    ['of another zone', `2026-11-30 16:29:59.9-0530 ${report}`],
  ])('times before the line, %s, in any order', (_, text) => {
    expect(spanOf(`${text}\n${first} ${report}\n`)).toEqual([first, last]);
  });

  test('a report in JSON has its own time, also behind another', () => {
    const json = `"type":"platform.report","record":{"metrics":{"durationMs":1,"memorySizeMB":128}}}`;
    expect(spanOf(`${first} {"time":"${last}",${json}\n${first} {${json}`)).toEqual([first, last]);
  });

  test('two calls on a line have the time before it', () => {
    expect(spanOf(`${first} ${report}${report}`)).toEqual([first, first]);
  });

  test.each([
    ['a log stream, which tells no times', log('aws-report.txt')],
    ['one call without a time among others', `${first} ${report}\n${report}\n`],
    ['a day that does not exist', `2026-13-41T00:00:00Z ${report}`],
    ['our own columns', 'durationMs,memoryMb,timestamp\n1,128,2026-11-01T00:00:00Z\n'],
    ['our own names', '{"durationMs":1,"memoryMb":128,"timestamp":"2026-11-01T00:00:00Z"}'],
    ['nothing at all', ''],
  ])('is not known of %s', (_, text) => {
    expect(spanOf(text)).toBeNull();
  });
});

describe('a moment', () => {
  test('comes back from how each cloud writes it', () => {
    const least = Date.UTC(2001, 8, 10);
    fc.assert(
      fc.property(fc.integer({ min: least, max: Date.UTC(2286, 0) }), (ms) => {
        const iso = new Date(ms).toISOString();
        const [seconds, part] = iso.slice(0, -1).split('.') as [string, string];
        const american = new Date(ms).toLocaleString('en-US', { timeZone: 'UTC' }).replace('\u202f', ' ');
        const written = [
          ms,
          String(ms),
          iso,
          `${seconds}.${part}4321`,
          iso.replace('T', ' ').replace('Z', ''),
        ];
        for (const one of written) expect(momentOf(one)).toBe(ms);
        expect(momentOf(american.replace(/ (AM|PM)$/, `.${part} $1`))).toBe(ms);
      }),
    );
  });

  test.each([0, 12.5, 1_795_165_962, Number.NaN, '', 'gisteren', '20-11-2026 09:12', '09:12:44', null, {}])(
    '%j is none',
    (value) => {
      expect(momentOf(value)).toBeNull();
    },
  );

  test.each([
    ['11/20/2026, 12:00:00.000 AM', '2026-11-20T00:00:00.000Z'],
    ['11/20/2026, 12:00:00.000 PM', '2026-11-20T12:00:00.000Z'],
  ])('%s is at midnight or at noon', (text, iso) => {
    expect(momentOf(text)).toBe(Date.parse(iso));
  });
});
