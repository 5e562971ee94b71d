/**
 * `template.yaml` of the samples: which rights each function has, and what sets it off. That AWS takes them was tried by hand
 * with cfn-lint, which does to a template what SAM does, and holds the result to CloudFormation's own schemas.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, type ScalarTag } from 'yaml';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { Tagged, toYaml, type Yaml } from '../../../src/take-home/clouds/aws/template/yaml.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';

/** Read by a library that knows nothing of how it was written; a short form as one text: `Ref Opslag`. */
const tags: ScalarTag[] = ['Ref', 'GetAtt', 'Sub'].map((tag) => ({
  tag: `!${tag}`,
  resolve: (of: string) => `${tag} ${of}`,
}));

interface Resource {
  readonly Type: string;
  readonly DependsOn?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type has its own
  readonly Properties: any;
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: object;
}

async function templateOf(sample: Sample): Promise<Template> {
  const asked = { name: sample.name, sample, files: sample.files, examples: [] };
  const files = await cloudProject(targetOf('aws'), asked);
  const text = files.find(({ path }) => path === 'template.yaml')?.text ?? '';
  return parse(text, { customTags: tags, strict: true }) as Template;
}

const read = (name: string) => templateOf(sampleFromDisk(name));

function typesOf({ Resources: resources }: Template): Record<string, string> {
  return Object.fromEntries(Object.entries(resources).map(([id, { Type: type }]) => [id, type]));
}

function rightsOf({ Resources: resources }: Template, id: string): [actions: string, resource: string][] {
  const [policy] = resources[id]?.Properties.Policies ?? [];
  return (policy?.Statement ?? []).map((one: { Action: string[]; Resource: string }) => [
    one.Action.join(' '),
    one.Resource,
  ]);
}

describe('a template', () => {
  test('of one function without stores is that function with an address, and no right at all', async () => {
    const template = await read('begroet');
    expect(typesOf(template)).toEqual({ BegroetFunctie: 'AWS::Serverless::Function' });
    expect(template.Resources['BegroetFunctie']?.Properties).toEqual({
      Handler: 'lambda/begroet.handler',
      MemorySize: 128,
      Timeout: 4,
      FunctionUrlConfig: { AuthType: 'NONE' },
    });
    expect(template.Parameters).toBeUndefined();
  });

  test('gives each function what it was granted, and nothing of another', async () => {
    const template = await read('boekhouding');
    expect(rightsOf(template, 'KassaFunctie')).toEqual([
      ['sqs:SendMessage', 'GetAtt Wachtrij.Arn'],
      ['sqs:SendMessage', 'GetAtt Mislukt.Arn'],
    ]);
    expect(rightsOf(template, 'BoekFunctie')).toEqual([
      ['dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem', 'GetAtt Opslag.Arn'],
      ['sqs:ChangeMessageVisibility', 'GetAtt Wachtrij.Arn'],
    ]);
    expect(JSON.stringify(template)).not.toMatch(/"(?:\w+:)?\*"/);
  });

  test('has the queue of the course: its batches, its three attempts, and a queue for what is given up', async () => {
    const { Resources: resources } = await read('boekhouding');
    expect(resources['BoekFunctie']?.Properties.Events.Wachtrij.Properties).toEqual({
      Queue: 'GetAtt Wachtrij.Arn',
      BatchSize: 5,
      MaximumBatchingWindowInSeconds: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
    expect(resources['Wachtrij']?.Properties).toEqual({
      VisibilityTimeout: 30,
      RedrivePolicy: { deadLetterTargetArn: 'GetAtt Mislukt.Arn', maxReceiveCount: 3 },
    });
  });

  test('hides a message for at least as long as its function may take', async () => {
    const sample = sampleFromDisk('boekhouding');
    const functions = sample.functions.map((fn) =>
      fn.trigger.type === 'queue' ? { ...fn, trigger: { ...fn.trigger, visibilityTimeoutMs: 1_000 } } : fn,
    );
    const { Resources: resources } = await templateOf({ ...sample, functions, timeoutMs: 9_500 });
    expect(resources['BoekFunctie']?.Properties.Timeout).toBe(11);
    expect(resources['Wachtrij']?.Properties.VisibilityTimeout).toBe(11);
  });

  test('tells a queue of an upload in its place, which S3 may do before the bucket is there', async () => {
    const { Resources: resources } = await read('tel-verkoop');
    const bucket = resources['Bestanden'];
    expect(bucket?.Properties.NotificationConfiguration.QueueConfigurations).toEqual([
      {
        Event: 's3:ObjectCreated:*',
        Queue: 'GetAtt TelVerkoopGebeurtenissen.Arn',
        Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'verkoop/' }] } },
      },
    ]);
    expect(bucket?.DependsOn).toBe('BestandenMagSturen');
    // Else the two would wait for each other.
    expect(JSON.stringify(resources['BestandenMagSturen'])).not.toContain('Bestanden"');
  });

  test('has a timer in the reader’s time zone, which may send to its one queue', async () => {
    const { Resources: resources, Parameters: parameters } = await read('opruimen');
    const { Properties: schedule } = resources['OpruimenSchema'] ?? { Properties: {} };
    expect(schedule).toMatchObject({
      ScheduleExpression: 'cron(0 3 * * ? *)',
      ScheduleExpressionTimezone: 'Ref Tijdzone',
      Target: { Arn: 'GetAtt OpruimenGebeurtenissen.Arn', RoleArn: 'GetAtt SchemaRol.Arn' },
    });
    expect(JSON.parse(schedule.Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
    expect(parameters).toEqual({ Tijdzone: { Type: 'String', Default: 'Europe/Amsterdam' } });
  });

  test('says why there is none for a timer that AWS does not have', async () => {
    const sample = sampleFromDisk('opruimen');
    const functions = sample.functions.map((fn) => ({
      ...fn,
      trigger: { type: 'timer', cron: '*/5 * * * * *' } as const,
    }));
    await expect(templateOf({ ...sample, functions })).rejects.toThrow(
      'opruimen (*/5 * * * * *): EventBridge start niets vaker dan één keer per minuut.',
    );
  });

  test('says which functions AWS cannot have beside each other', async () => {
    const upload = sampleFromDisk('tel-verkoop');
    const [fn] = upload.functions;
    const beside = (name: string, prefix: string) => ({
      ...upload,
      functions: [fn, { ...fn, name, trigger: { ...fn?.trigger, prefix } }] as typeof upload.functions,
    });
    await expect(templateOf(beside('ook', 'verkoop/vandaag/'))).rejects.toThrow('Geef ze elk een eigen map.');
    await expect(templateOf(beside('telverkoop', 'anders/'))).resolves.toBeDefined();
    await expect(templateOf(beside('tel--verkoop', 'anders/'))).rejects.toThrow(
      'Voor AWS heten tel-verkoop en tel--verkoop hetzelfde.',
    );
  });

  test('has one address for several functions, and one of them for what has no route', async () => {
    const template = await read('boodschappen');
    expect(
      Object.values(typesOf(template)).filter((type) => type === 'AWS::Serverless::HttpApi'),
    ).toHaveLength(1);
    const routes = Object.entries(template.Resources).flatMap(([id, { Properties: properties }]) =>
      Object.values(properties?.Events ?? {}).map((event) => {
        const { Method: method, Path: path } = (event as Resource).Properties;
        return [id, method, path];
      }),
    );
    expect(routes).toEqual([
      ['MaakFunctie', 'POST', '/boodschappen'],
      ['MaakFunctie', undefined, undefined],
      ['LijstFunctie', 'GET', '/boodschappen'],
      ['WijzigFunctie', 'PUT', '/boodschappen/{naam}'],
      ['VerwijderFunctie', 'DELETE', '/boodschappen/{naam}'],
    ]);
  });

  test('keeps settings as the text that they are', async () => {
    const sample = sampleFromDisk('begroet');
    const env = { AAN: 'yes', GETAL: '012', REGELS: 'een\ntwee: "drie"', LEEG: '', CURSUS: 'C# & co: #1' };
    const { Resources: resources } = await templateOf({ ...sample, env });
    expect(resources['BegroetFunctie']?.Properties.Environment.Variables).toEqual(env);
  });
});

test('what `sam build` packs is the functions alone: it asks `npm pack`, which wants a version', async () => {
  const sample = sampleFromDisk('boekhouding');
  const asked = { name: sample.name, sample, files: sample.files, examples: [] };
  const files = await cloudProject(targetOf('aws'), asked);
  const {
    name,
    version,
    files: packed,
  } = JSON.parse(files.find(({ path }) => path === 'package.json')?.text ?? '');
  expect([name, version]).toEqual(['boekhouding', '1.0.0']);
  const isPacked = ({ path }: { path: string }) =>
    packed.some((one: string) => path === one || path.startsWith(`${one}/`));
  expect(
    files
      .filter(isPacked)
      .map(({ path }) => path)
      .sort(),
  ).toEqual([
    'functie/boek.js',
    'functie/kassa.js',
    'functielab/adapter.mjs',
    'functielab/project.json',
    'lambda/boek.mjs',
    'lambda/kassa.mjs',
  ]);
});

describe('YAML', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@`~ yesnotruefalse0-9.]{1,6}$/),
    fc.integer(),
    fc.boolean(),
  );
  const { map } = fc.letrec<{ map: Record<string, Yaml>; value: Yaml }>((tie) => ({
    map: fc.dictionary(fc.string({ minLength: 1 }), tie('value'), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      tie('map'),
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    ),
  }));

  test('is read by another as it was meant', () => {
    fc.assert(
      fc.property(map, (value) => {
        expect(parse(toYaml(value))).toEqual(value);
      }),
    );
  });

  test('leaves out what is undefined, and has short forms', () => {
    const value = {
      a: undefined,
      b: new Tagged('GetAtt', 'Opslag.Arn'),
      c: [{ d: new Tagged('Ref', 'AWS::Region') }],
    };
    expect(toYaml(value)).toBe("b: !GetAtt Opslag.Arn\nc:\n  - d: !Ref 'AWS::Region'\n");
  });
});
