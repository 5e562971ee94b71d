/** What a function on AWS has to be allowed, from its grants and its trigger: in the template, and for what it imports. */
import type { BindingName } from '../../../../contract/bindings.ts';
import type { CloudFunctionSpec } from '../../adapter/index.ts';

type Asked = Pick<CloudFunctionSpec, 'grants' | 'trigger'>;

export interface Rights {
  readonly kv: boolean;
  readonly bucket: boolean;
  readonly queue: boolean;
  /** The adapter looks what kind of file an upload is, also for a function that may not read it. */
  readonly seesObjects: boolean;
  /** What goes round without end is put with what was given up. */
  readonly buries: boolean;
}

export function rightsOf({ grants, trigger }: Asked): Rights {
  const has = (name: BindingName) => grants.includes(name);
  const seesObjects = trigger.type === 'upload';
  return {
    kv: has('kv'),
    bucket: has('bucket'),
    queue: has('queue'),
    seesObjects,
    buries: has('queue') || seesObjects,
  };
}

/** What the functions of one project need together. */
export function usesOf(functions: readonly Asked[]) {
  const rights = functions.map(rightsOf);
  return {
    kv: rights.some(({ kv }) => kv),
    bucket: rights.some(({ bucket, seesObjects }) => bucket || seesObjects),
    queue: rights.some(({ queue }) => queue) || functions.some(({ trigger }) => trigger.type === 'queue'),
    fed: functions.some(({ trigger }) => trigger.type !== 'http'),
  };
}

/** The modules of the AWS SDK that the adapter needs for this function, under the names of `AwsSdk`. */
export function sdkOf(fn: Asked): readonly ('dynamodb' | 's3' | 'sqs')[] {
  const { kv, bucket, queue, seesObjects } = rightsOf(fn);
  return [
    ...(kv ? (['dynamodb'] as const) : []),
    ...(bucket || seesObjects ? (['s3'] as const) : []),
    ...(queue || fn.trigger.type !== 'http' ? (['sqs'] as const) : []),
  ];
}
