/**
 * The lesson that takes a function to AWS Lambda says what the project says that its reader has in hands: the commands of
 * `LEESMIJ.md`, and the settings and rights of `template.yaml`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { aws } from '../../../src/take-home/clouds/aws/index.ts';
import { cloudProject, proof } from '../../../src/take-home/clouds/index.ts';

const NAME = 'taken-naar-buiten';
const file = readdirSync('content/lessons').find((name) => name.endsWith('-naar-een-echte-cloud.mdx'));
const lesson = readFileSync(`content/lessons/${file}`, 'utf8');
const said = [
  ...[...lesson.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n')),
  ...[...lesson.matchAll(/`((?:npm|npx|sam|aws) [^`]+)`/g)].map(([, command = '']) => command),
];

let readMe = '';
let template = '';

beforeAll(async () => {
  const sample = sampleFromDisk(NAME);
  const files = await cloudProject(aws, { name: NAME, sample, files: sample.files, examples: [] });
  const textOf = (name: string) => files.find(({ path }) => path === name)?.text ?? '';
  readMe = textOf('LEESMIJ.md');
  template = textOf('template.yaml');
});

test('each command of the lesson is one of LEESMIJ, and each of its commands to deploy is in the lesson', () => {
  const commands = readMe.split('\n').flatMap((line) => (line.startsWith('    ') ? [line.trim()] : []));
  expect(said.length).toBeGreaterThan(6);
  expect(said.filter((command) => !commands.includes(command))).toEqual([]);
  expect(commands.filter((command) => command.startsWith('sam ') && !said.includes(command))).toEqual([]);
});

test('the Node that it asks for is the one that LEESMIJ asks for', () => {
  const [, asked] = /Node\.js (\d+) of nieuwer/.exec(readMe) ?? [];
  expect(lesson).toContain(`<Term>Node</Term> ${asked} of nieuwer`);
});

test('the rights that it names are all that the template gives, on one table', () => {
  const actions = [...template.matchAll(/^ +- (dynamodb:\w+)$/gm)].map(([, action = '']) => action);
  expect(actions).not.toEqual([]);
  expect([...lesson.matchAll(/`(dynamodb:\w+)`/g)].map(([, action = '']) => action)).toEqual(actions);
  expect([...template.matchAll(/Resource: (.*)/g)].map(([, one]) => one)).toEqual(['!GetAtt Opslag.Arn']);
  expect(template.match(/Effect: Allow/g)).toHaveLength(1);
});

test('the settings that it has its reader look for are there with their values, and the code has none of them', () => {
  const { env, files } = sampleFromDisk(NAME);
  expect(Object.keys(env)).toEqual(['SLEUTEL', 'HERKOMST']);
  for (const [name, value] of Object.entries(env)) {
    expect(lesson).toContain(`\`${name}\``);
    expect(template).toMatch(new RegExp(`${name}: '?${value}`));
    for (const { text } of files) expect(text).not.toContain(value);
  }
});

test('nothing stands before the address and its CORS but the code: that answers what a browser asks', () => {
  expect(template).toContain('AuthType: NONE');
  expect(template).not.toMatch(/Cors/i);
});

test('the example is proven on AWS as in the lab', () => {
  expect(proof[aws.id]?.pairs[NAME]).toBe('passed');
});
