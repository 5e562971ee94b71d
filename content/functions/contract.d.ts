/**
 * The contract's types under short names that are everywhere, so that a sample need not import them: what stands in a
 * sample is what a learner has to read.
 */
type Context = import('../../src/contract/context.ts').Context;

type OfEvent<Data> = import('../../src/contract/context.ts').CloudEvent<Data>;
type UploadEvent = OfEvent<{ key: string; size: number; contentType: string }>;
type TimerEvent = OfEvent<{ cron: string; scheduledTime: string }>;
type QueueEvent<Body> = OfEvent<{
  messages: { id: string; body: Body; attempt: number; sentTime: string }[];
}>;
