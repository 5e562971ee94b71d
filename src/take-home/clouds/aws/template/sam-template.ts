/**
 * `template.yaml` for AWS SAM: one Lambda a function with no more rights than it needs, what sets each off, and the stores.
 *
 * An upload and a timer reach their function through a queue, as messages do: Lambda's own retries tell no attempt, wait a
 * minute and keep nothing, and a queue does all three as the course promises. Source: AWS SAM and CloudFormation references,
 * read 2026-11-29.
 */
import { MOST_ATTEMPTS } from '../../../../contract/lab-defaults.ts';
import type { CloudFunctionSpec } from '../../adapter/index.ts';
import type { CloudProject } from '../../target.ts';
import { feedOf, handlerOf, lambdaTimeoutS } from '../lambda/lambda-settings.ts';
import { TABLE_SHAPE } from '../stores/table-shape.ts';
import { checkReferences, checkTogether, pascal, scheduleFields } from './aws-refusals.ts';
import { rightsOf, usesOf } from './rights.ts';
import { Tagged, toYaml, type Yaml } from './yaml.ts';

type Map = { readonly [name: string]: Yaml | undefined };

const RUNTIME = 'nodejs24.x';
const DAY_S = 24 * 60 * 60;
/** As long as SQS can. */
const DEAD_KEPT_S = 14 * DAY_S;
/** Lambda's own bounds for what reads a queue. */
const LEAST_READERS = 2;

const ref = (name: string) => new Tagged('Ref', name);
const arnOf = (name: string) => new Tagged('GetAtt', `${name}.Arn`);

/** @throws Error, in Dutch, for what AWS would refuse */
export function samTemplate({ manifest, sample }: Pick<CloudProject, 'manifest' | 'sample'>): string {
  const { functions } = manifest;
  checkTogether(functions);
  const uses = usesOf(functions);
  const answering = functions.filter(({ trigger }) => trigger.type === 'http');
  const api = answering.length > 1;
  // The one that answers everything gets what fits no route; else the first, since its adapter knows whether that is a 404 or a 405.
  const rest =
    answering.find(({ trigger }) => trigger.type === 'http' && trigger.routes === null) ?? answering[0];
  const timers = functions.filter(({ trigger }) => trigger.type === 'timer');
  const uploads = functions.filter(({ trigger }) => trigger.type === 'upload');
  const template: Map = {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: `${sample.title} (Functielab)`,
    Parameters: timers.length > 0 ? { Tijdzone: { Type: 'String', Default: 'Europe/Amsterdam' } } : undefined,
    Globals: { Function: { Runtime: RUNTIME, CodeUri: '.' } },
    Resources: {
      ...Object.fromEntries(
        functions.map((fn) => [
          functionId(fn),
          functionOf(fn, { isRest: fn === rest, api, concurrencyLimit: sample.concurrencyLimit }),
        ]),
      ),
      Api: api ? { Type: 'AWS::Serverless::HttpApi' } : undefined,
      Opslag: uses.kv ? table : undefined,
      Bestanden: uses.bucket ? bucketOf(uploads) : undefined,
      ...queuesOf(functions, uses.queue),
      BestandenMagSturen: uploads.length > 0 ? mayTell(uploads) : undefined,
      ...Object.fromEntries(timers.map((fn) => [`${pascal(fn.name)}Schema`, scheduleOf(fn)])),
      SchemaRol: timers.length > 0 ? scheduleRole(timers) : undefined,
    },
    Outputs: outputsOf(answering, uses),
  };
  const text = toYaml(template);
  checkReferences(text);
  return `# Gemaakt door Functielab, voor AWS SAM: https://docs.aws.amazon.com/serverless-application-model/\n${text}`;
}

const functionId = ({ name }: CloudFunctionSpec) => `${pascal(name)}Functie`;
const feedId = ({ name, trigger }: CloudFunctionSpec) =>
  trigger.type === 'queue' ? 'Wachtrij' : `${pascal(name)}Gebeurtenissen`;

interface Around {
  /** It gets what fits no route. */
  readonly isRest: boolean;
  /** Several answer HTTP: they share one address. */
  readonly api: boolean;
  readonly concurrencyLimit: number;
}

function functionOf(fn: CloudFunctionSpec, { isRest, api, concurrencyLimit }: Around): Map {
  const isHttp = fn.trigger.type === 'http';
  const variables = { ...fn.env, ...placesOf(fn) };
  return {
    Type: 'AWS::Serverless::Function',
    Properties: {
      Handler: handlerOf(fn),
      MemorySize: fn.memoryMb,
      Timeout: lambdaTimeoutS(fn),
      Environment: Object.keys(variables).length > 0 ? { Variables: variables } : undefined,
      Policies: policiesOf(fn),
      FunctionUrlConfig: isHttp && !api ? { AuthType: 'NONE' } : undefined,
      Events: isHttp
        ? api
          ? routesOf(fn, isRest)
          : undefined
        : { Wachtrij: feedEvent(fn, concurrencyLimit) },
    },
  };
}

function placesOf(fn: CloudFunctionSpec): Record<string, Yaml> {
  const rights = rightsOf(fn);
  return {
    ...(rights.kv && { FUNCTIELAB_TABLE: ref('Opslag') }),
    ...((rights.bucket || rights.seesObjects) && { FUNCTIELAB_BUCKET: ref('Bestanden') }),
    ...(rights.queue && { FUNCTIELAB_QUEUE_URL: ref('Wachtrij') }),
    ...(rights.buries && { FUNCTIELAB_DEAD_URL: ref('Mislukt') }),
    ...(fn.trigger.type !== 'http' && { FUNCTIELAB_EVENTS_URL: ref(feedId(fn)) }),
  };
}

/** What the adapter does on behalf of this function, and nothing else. */
function policiesOf(fn: CloudFunctionSpec): Yaml | undefined {
  const rights = rightsOf(fn);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in
  const objects = new Tagged('Sub', '${Bestanden.Arn}/*');
  const statements: Yaml[] = [];
  const allow = (actions: readonly string[], resource: Yaml) =>
    statements.push({ Effect: 'Allow', Action: actions, Resource: resource });
  if (rights.kv) allow(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'], arnOf('Opslag'));
  if (rights.bucket) allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], objects);
  else if (rights.seesObjects) allow(['s3:GetObject'], objects);
  // Without it S3 says of an object that is not there that it may not be seen.
  if (rights.bucket || rights.seesObjects) allow(['s3:ListBucket'], arnOf('Bestanden'));
  if (rights.queue) allow(['sqs:SendMessage'], arnOf('Wachtrij'));
  if (rights.buries) allow(['sqs:SendMessage'], arnOf('Mislukt'));
  if (fn.trigger.type !== 'http') allow(['sqs:ChangeMessageVisibility'], arnOf(feedId(fn)));
  return statements.length > 0 ? [{ Version: '2012-10-17', Statement: statements }] : undefined;
}

function routesOf({ trigger }: CloudFunctionSpec, isRest: boolean): Map {
  const routes = (trigger.type === 'http' && trigger.routes) || [];
  const events = routes.map((route, at) => {
    const [method = '', path = ''] = route.split(' ');
    const properties = { ApiId: ref('Api'), Method: method, Path: path.replace(/:(\w+)/g, '{$1}') };
    return [`Route${at + 1}`, { Type: 'HttpApi', Properties: properties }] as const;
  });
  const rest = { Type: 'HttpApi', Properties: { ApiId: ref('Api') } };
  return { ...Object.fromEntries(events), AlHetAndere: isRest ? rest : undefined };
}

function feedEvent(fn: CloudFunctionSpec, concurrencyLimit: number): Map {
  const { batchSize, batchWindowS } = feedOf(fn);
  return {
    Type: 'SQS',
    Properties: {
      Queue: arnOf(feedId(fn)),
      BatchSize: batchSize,
      MaximumBatchingWindowInSeconds: batchWindowS,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: Math.max(LEAST_READERS, concurrencyLimit) },
    },
  };
}

const table: Map = { Type: 'AWS::DynamoDB::Table', Properties: TABLE_SHAPE };

function bucketOf(uploads: readonly CloudFunctionSpec[]): Map {
  if (uploads.length === 0) return { Type: 'AWS::S3::Bucket' };
  const watching = uploads.map((fn) => ({
    Event: 's3:ObjectCreated:*',
    Queue: arnOf(feedId(fn)),
    Filter: {
      S3Key: { Rules: [{ Name: 'prefix', Value: fn.trigger.type === 'upload' ? fn.trigger.prefix : '' }] },
    },
  }));
  return {
    Type: 'AWS::S3::Bucket',
    DependsOn: 'BestandenMagSturen',
    Properties: { NotificationConfiguration: { QueueConfigurations: watching } },
  };
}

/** The queue that functions share, one for the events of each function, and one for what was given up. */
function queuesOf(functions: readonly CloudFunctionSpec[], isShared: boolean): Map {
  const fed = functions.filter(({ trigger }) => trigger.type !== 'http');
  const dead = { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: DEAD_KEPT_S } };
  return {
    ...(isShared && { Wachtrij: { Type: 'AWS::SQS::Queue' } }),
    ...Object.fromEntries(fed.map((fn) => [feedId(fn), feedQueue(fn)])),
    ...((isShared || fed.length > 0) && { Mislukt: dead }),
  };
}

function feedQueue(fn: CloudFunctionSpec): Map {
  return {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: feedOf(fn).visibilityTimeoutS,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Mislukt'), maxReceiveCount: MOST_ATTEMPTS },
    },
  };
}

/** Not by the name of the bucket, which waits for this itself: by whose it is. */
function mayTell(uploads: readonly CloudFunctionSpec[]): Map {
  return {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: uploads.map((fn) => ref(feedId(fn))),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: uploads.map((fn) => ({
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arnOf(feedId(fn)),
          Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
        })),
      },
    },
  };
}

function scheduleOf(fn: CloudFunctionSpec): Map {
  const cron = fn.trigger.type === 'timer' ? fn.trigger.cron : '';
  return {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: `cron(${scheduleFields(fn.name, cron)})`,
      ScheduleExpressionTimezone: ref('Tijdzone'),
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: arnOf(feedId(fn)),
        RoleArn: arnOf('SchemaRol'),
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
      },
    },
  };
}

function scheduleRole(timers: readonly CloudFunctionSpec[]): Map {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'scheduler.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      Policies: [
        {
          PolicyName: 'stuur',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: timers.map((fn) => arnOf(feedId(fn))) },
            ],
          },
        },
      ],
    },
  };
}

function outputsOf(
  answering: readonly CloudFunctionSpec[],
  uses: ReturnType<typeof usesOf>,
): Map | undefined {
  const [first, ...others] = answering;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in
  const api = new Tagged('Sub', 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}');
  const outputs: Map = {
    ...(first && {
      Adres: {
        Value: others.length > 0 ? api : new Tagged('GetAtt', `${functionId(first)}Url.FunctionUrl`),
      },
    }),
    ...(uses.bucket && { Bucket: { Value: ref('Bestanden') } }),
    ...(uses.queue && { Wachtrij: { Value: ref('Wachtrij') } }),
    ...((uses.queue || uses.fed) && { Mislukt: { Value: ref('Mislukt') } }),
  };
  return Object.keys(outputs).length > 0 ? outputs : undefined;
}
