/** The hour that a person does with internet: it adds up, and what its form saves is what the page reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { trialSchema } from '../../../src/course/schemas/trial.ts';
import { cloudProject, deploySteps, provenTargets } from '../../../src/take-home/clouds/index.ts';
import { TrialAnswersModel } from '../../../src/take-home/trial/kept-answers.ts';
import { TRIAL_PARTS } from '../../../src/take-home/trial/trial-plan.ts';
import { resultsOf, trialRecord, trialText } from '../../../src/take-home/trial/trial-record.ts';

const FOLDER = 'content/trials';

describe('the plan', () => {
  test('takes an hour', () => {
    expect(TRIAL_PARTS.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  });

  test('has a part for each platform that a project can be made for, under its own name', () => {
    const named = TRIAL_PARTS.map(({ id, title }) => `${id}: ${title}`);
    for (const { id, name } of provenTargets) expect(named).toContain(`${id}: ${name}`);
  });

  test('the README names each platform, and no other', () => {
    const [, named = ''] = /Doelen zijn\s+([\s\S]*?)\. Erbij/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const names = named
      .replaceAll(/\s+/g, ' ')
      .split(/, | en een /)
      .flatMap((one) => one.split(' en '));
    const wanted = provenTargets.map(({ name }) => (name === 'Container' ? 'container' : name));
    expect(names.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(provenTargets)('$name is deployed as LEESMIJ says, to the last command', async (target) => {
    const sample = sampleFromDisk('begroet');
    const asked = { name: 'begroet', sample, files: sample.files };
    const steps = await deploySteps(target, asked);
    const files = await cloudProject(target, { ...asked, examples: [] });
    const readMe = files.find(({ path }) => path === 'LEESMIJ.md')?.text ?? '';
    expect(steps.some(({ isCommand }) => isCommand)).toBe(true);
    for (const { isCommand, text } of steps) expect(readMe).toContain(isCommand ? `    ${text}\n` : text);
  });
});

const ANSWERS = {
  webcontainer: { uitkomst: 'gelukt', seconden: ' 7,5 ', melding: '  ' },
  aws: { uitkomst: 'mislukt' },
  onbekend: { uitkomst: 'gelukt' },
};

describe('what is handed in', () => {
  test('is what was filled in, and what the schema of content/trials/ takes', () => {
    const record = trialRecord(ANSWERS, '2026-12-01', '0.1.0');
    expect(record.answers).toEqual({
      webcontainer: { uitkomst: 'gelukt', seconden: '7,5' },
      aws: { uitkomst: 'mislukt' },
    });
    expect(trialSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test('is a text too, with each question in front of its answer', () => {
    const text = trialText(trialRecord(ANSWERS, '2026-12-01', '0.1.0'));
    expect(text).toContain('gedaan op 2026-12-01');
    expect(text).toContain('WebContainer\n\n- Hoe ging het? gelukt\n- Seconden van de eerste klik');
    expect(text).not.toContain('Cloudflare');
  });

  test('is told by part, the newest in front, without what nobody tried', () => {
    const records = [
      trialRecord(ANSWERS, '2026-12-01', '0.1.0'),
      trialRecord({ aws: { uitkomst: 'gelukt' }, azure: { uitkomst: 'niet gedaan' } }, '2027-01-02', '0.1.0'),
    ];
    const tried = Object.fromEntries(resultsOf(records).map((part) => [part.title, part.tried]));
    expect(tried['AWS Lambda']).toEqual([
      { day: '2027-01-02', outcome: 'gelukt' },
      { day: '2026-12-01', outcome: 'mislukt' },
    ]);
    expect(tried['Azure Functions']).toEqual([]);
    expect(tried).not.toHaveProperty('Klaarzetten');
  });

  test('lies in content/trials/ as it was saved, with its day in front of its name', () => {
    for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.json'))) {
      const { day } = trialSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
      expect(name).toMatch(new RegExp(`^${day}-[a-z0-9-]+\\.json$`));
    }
  });
});

describe('the form', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
      removeItem: (key: string) => stored.delete(key),
    });
    return () => vi.unstubAllGlobals();
  });
  const open = () => new TrialAnswersModel('2026-12-01', '0.1.0');

  test('remembers what was filled in, and is emptied with a way back', () => {
    open().answer('aws', 'uitkomst', 'gelukt');
    const again = open();
    expect(again.record.value.answers).toEqual({ aws: { uitkomst: 'gelukt' } });
    again.setDay('2026-12-02');
    again.empty();
    expect(again.record.value).toMatchObject({ day: '2026-12-01', answers: {} });
    expect(stored.size).toBe(0);
    again.takeBack();
    expect(open().record.value).toMatchObject({
      day: '2026-12-02',
      answers: { aws: { uitkomst: 'gelukt' } },
    });
  });

  test('has what each of two tabs filled in', () => {
    const [one, other] = [open(), open()];
    one.answer('aws', 'uitkomst', 'gelukt');
    other.answer('azure', 'uitkomst', 'niet gelukt');
    one.setDay('2026-12-02');
    expect(open().record.value).toMatchObject({
      day: '2026-12-02',
      answers: { aws: { uitkomst: 'gelukt' }, azure: { uitkomst: 'niet gelukt' } },
    });
  });

  test('has what was filled in where nothing can be kept any more', () => {
    const one = open();
    one.answer('aws', 'uitkomst', 'gelukt');
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    one.answer('azure', 'uitkomst', 'gelukt');
    one.answer('google', 'uitkomst', 'gelukt');
    expect(Object.keys(one.record.value.answers).sort()).toEqual(['aws', 'azure', 'google']);
  });

  test.each([
    'geen JSON',
    'null',
    '[]',
    '{"day":"2026-12-01"}',
    '{"day":"x","answers":{"aws":{"uitkomst":1}}}',
  ])('begins empty when its place holds %s', (text) => {
    stored.set('functielab:proef-van-een-uur', text);
    expect(open().record.value).toMatchObject({ day: '2026-12-01', answers: {} });
  });

  test('says so when this browser keeps nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    });
    const form = open();
    form.answer('aws', 'uitkomst', 'gelukt');
    expect(form.isKept.value).toBe(false);
    expect(form.record.value.answers).toEqual({ aws: { uitkomst: 'gelukt' } });
  });
});
