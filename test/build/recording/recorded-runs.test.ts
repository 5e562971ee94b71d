/** What is recorded at the build is what the samples do: run by the project's own engine, and printed in the words of a playground. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { recordAll } from '../../../src/build/recording/record-all.ts';
import { RecordedRun } from '../../../src/playground/RecordedRun.tsx';

const NAMES = ['begroet', 'tel-verkoop', 'dubbele-factuur', 'opruimen', 'boekhouding', 'verklein-foto'];
/** As a page gets it: out of JSON. */
const runs = JSON.parse(JSON.stringify(await recordAll(NAMES))) as Awaited<ReturnType<typeof recordAll>>;

function printed(name: string, run = runs[name] ?? null): string {
  const html = renderToString(h(RecordedRun, { sample: sampleFromDisk(name), run }));
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}

test.for([
  ['begroet', 'GET /begroet?naam=Mila', '200 OK', 'Dag Mila!', 'bezoeker 1: Mila', '1 aanroep'],
  ['tel-verkoop', 'Bestand: week-47.csv', 'Gelukt', 'Bestand: verkoop/week-47.csv bewaard'],
  ['dubbele-factuur', 'Bericht: {', 'Gelukt', 'Opslag:'],
  ['opruimen', 'De timer:', 'Gelukt', 'De timer gaat af'],
  // The request is answered, and then its events run, retries and all: each is on the bill.
  ['boekhouding', 'POST /', '202 Accepted', 'Poging 2 volgt'],
])('%s is printed with what set it off, what came of it and what it cost', ([name = '', ...words]) => {
  const text = printed(name);
  for (const word of [...words, 'Opgenomen uitvoering', 'toen de site werd gebouwd', 'Samen €']) {
    expect(text).toContain(word);
  }
});

test('what the build cannot run is said to be so', () => {
  expect(runs['verklein-foto']).toBeNull();
  expect(printed('verklein-foto')).toBe(
    ' Deze functie is bij het bouwen van de site niet uitgevoerd. Daar is een browser voor nodig. ',
  );
  expect(printed('stemmen-tellen', null)).toContain('een bestand voor nodig dat je zelf kiest');
  expect(printed('groepeer', null)).toContain('WebContainer voor nodig');
});

test('a function that fails is printed with what went wrong', async () => {
  const run = runs['begroet'];
  if (!run?.answer) throw new Error('begroet was not recorded');
  const failed = {
    ...run,
    answer: {
      ...run.answer,
      status: 504,
      response: null,
      failure: { code: 'HANDLER_TIMEOUT', details: { timeoutMs: 3_000 } },
    },
  } as const;
  expect(printed('begroet', failed)).toContain('504 Gateway Timeout');
  expect(printed('begroet', failed)).toContain('was na 3 s nog niet klaar');
});
