/** *Repareer onderweg* of lesson 12: a chain that is being tried again goes on with other code once that is rolled out, by a press. */
import { expect, test } from 'vitest';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import { perform } from '../../../src/lesson/steps/perform.ts';
import { realPlayground, sampleFromDisk } from './real-lesson.ts';

const SHIPS = 'export async function verstuur({ nummer, klant }) {';
const STRIKE = "throw new Error('de koerier staakt');";

test('code that is repaired between two tries runs after a press of Voer uit, and not before', () =>
  withNodeHost(async (createHost) => {
    const { model, engine, clock } = realPlayground(sampleFromDisk('keten-met-geheugen'), createHost);
    const said = () =>
      engine.entries().flatMap((entry) => (entry.type === 'log' ? entry.lines.map(({ text }) => text) : []));
    const count = (type: string) => engine.entries().filter((entry) => entry.type === type).length;
    const isSaid = (text: string) =>
      expect
        .poll(
          () => {
            const isThere = said().some((line) => line.includes(text));
            if (!isThere && count('accepted') === count('invocationEnded')) clock.move(2_000);
            return isThere;
          },
          { message: `nobody said ${text}`, interval: 10 },
        )
        .toBe(true);
    try {
      const right = model.edits.texts.peek()['stappen.js'] ?? '';
      model.edits.edit('stappen.js', right.replace(SHIPS, `${SHIPS}\n${STRIKE}`));
      await perform(model, { request: 'POST /bestellingen/12', run: 1 });
      await isSaid('poging 1: niet verstuurd');
      model.edits.edit('stappen.js', right);
      await isSaid('poging 2: niet verstuurd');
      await perform(model, { request: 'GET /bestellingen/12', run: 1 });
      await isSaid('het pakje voor Mila is verstuurd');
      expect(said().filter((line) => line.includes('heeft betaald'))).toHaveLength(1);
      expect(said().join('\n')).not.toContain('geld terug');
    } finally {
      model.dispose();
    }
  }));
