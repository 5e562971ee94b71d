/** Each mistake of the catalogue, made in every host: each engine words it in its own way, and the reader hears the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/contract/data.ts';
import type { Failure } from '../../../src/contract/failure.ts';
import {
  MISTAKES,
  type Mistake,
  mistakeInAnswer,
  mistakeInCode,
} from '../../../src/playground/failures/mistakes/index.ts';
import { browsers, type HostName, type Lab, openLab } from '../../host/lab/lab.ts';
import type { Ask } from '../../host/lab/page-lab.ts';
import { BEGINNERS, NO_SUCH_EXPORT, RIGHT } from './beginners.ts';

const hosts: readonly HostName[] = [...browsers, 'node'];

describe.each(hosts)('what a beginner hears in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  async function mistakeOf(files: readonly SourceFile[], ask: Ask = {}): Promise<Mistake | null> {
    const { start, answers } = await lab.runFiles(files, ask);
    const [answer] = answers;
    const failure = (
      start.type === 'ended' ? start.failure : answer?.type === 'settled' ? answer.failure : undefined
    ) as Failure | undefined;
    if (failure?.error) return mistakeInCode(failure.error, files, failure.code !== 'SYNTAX_ERROR');
    return answer?.type === 'settled' ? mistakeInAnswer(answer.text ?? '', files) : null;
  }

  test.each(BEGINNERS.map((beginner) => [beginner.mistake, beginner] as const))(
    '%s',
    async (mistakeId, { code, ask, names = '', inWebKit = mistakeId }) => {
      const id = host === 'WebKit' ? inWebKit : mistakeId;
      const mistake = await mistakeOf([{ path: 'functie.js', text: code }], ask);
      expect(mistake, code).toMatchObject({ id });
      expect(mistake?.words).toContain(names);
    },
  );

  test('a name that the other file does not export', async () => {
    expect(await mistakeOf(NO_SUCH_EXPORT)).toMatchObject({
      id: 'noSuchExport',
      words: expect.stringContaining('zoek'),
    });
  });

  test.each(RIGHT)('nothing of code that is right: $code', async ({ code, ask }) => {
    expect(await mistakeOf([{ path: 'functie.js', text: code }], ask)).toBeNull();
  });
});

test('each rule has someone who makes the mistake', () => {
  const made = new Set([...BEGINNERS.map(({ mistake }) => mistake), 'noSuchExport']);
  expect(MISTAKES.filter((id) => !made.has(id))).toEqual([]);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(30);
});
