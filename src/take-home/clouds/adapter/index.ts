/**
 * What every project on a real cloud has in it, whichever cloud that is: the contract of the course, without its platform.
 * A target's own adapter turns what its provider tells into one of these calls, and answers what bindings ask with a driver on
 * the provider's services. The targets beside this folder import it, by this door; begin at `cloud-function.ts`.
 *
 *     provider's event ─▶ <target>/…-adapter.ts ─▶ serve-request.ts, serve-event.ts ─▶ invoke.ts ─▶ the reader's handler
 *                                   ▲                                                                      │
 *          provider's services ◀── driver ◀─────────────── AnswerCall ◀──────────────────── context.kv, bucket, queue
 *
 * It knows no provider, no package and no Node, but for `node-server.ts`, which has a door of its own.
 */

export {
  type AnswerCall,
  type CloudApp,
  type CloudFunction,
  type CloudFunctionSpec,
  type CloudManifest,
  type CloudTrigger,
  type Handler,
  makeApp,
  NO_STORES,
} from './cloud-function.ts';
export { requestDataOf, responseOf } from './fetch-data.ts';
export {
  functionWith,
  messageBody,
  serveEvent,
  serveMessages,
  serveTimer,
  serveUpload,
  watchingFunctions,
} from './serve-event.ts';
export { serveRequest } from './serve-request.ts';
