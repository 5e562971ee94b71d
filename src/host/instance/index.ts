/**
 * The code that runs beside the learner's handler, inside the instance.
 *
 * An instance has its own JavaScript world: a Web Worker in a browser, a `worker_threads` worker in Node. In it
 * this runtime and the learner's module share everything, so the runtime takes what it needs into a closure
 * before that module loads (`primitives.ts`), talks to the host over a private port (`protocol.ts`), and
 * measures nothing that counts: the host does that beside the instance. What is tied to one kind of worker is
 * in that kind's own glue, `worker-main.ts` here for browsers and in `../node/` for Node; all the rest is the
 * same on every host.
 *
 *   runtime.ts              loads the module, serves invocations: begin here
 *   make-context.ts         what a handler gets beside its request or event
 *   bindings/make-bindings.ts  `context.kv` and the others, and their calls to the host and back
 *   http/request.ts         HTTP in full, also what a page's fetch hides
 *   services/played-fetch.ts  `fetch` to the outside world that the platform plays
 *   log/log.ts              what a function logs, and what went wrong, with places in the learner's own file
 *   refusals.ts, refuse.ts  what a function may not do, and the words for it
 *
 * Only the hosts beside this folder import it. It speaks `protocol.ts`, and knows no host.
 */
export type { Context, EventFunction, HttpFunction } from '../../contract/context.ts';
export type { FromInstance, InvokeMessage, LoadMessage, ModuleFile, ToInstance } from './protocol.ts';
export { type Instance, type InstanceWorld, startInstance } from './runtime.ts';
