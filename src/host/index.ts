/**
 * Where instances live. A host starts the instances that the engine asks for, hands them their invocations, measures
 * how long they take, and reports what comes of it; what it must do for that, `contract/host.ts` says.
 *
 *   browser/       Web Workers in a sandboxed frame: the host of every playground and of all that is graded
 *   node/          worker threads of Node: for tests, for the shell, and inside a container
 *   webcontainer/  that same Node, in a container in the reader's browser
 *   instance/      what runs in an instance, beside the learner's code
 *   common/sourced-host.ts, modules/resolve.ts  where to begin in what the hosts share: the line to an instance, and a
 *                  function's files before they are loaded
 *
 * Begin at `browser/index.ts`, and follow one invocation through `browser/frame-main.ts` to `instance/runtime.ts`.
 *
 * Whoever opens a lab (a playground, an exercise, a project that was taken home) puts a host and an engine together,
 * and imports the host by the `index.ts` of its own folder: a page fetches no host but the one that it uses. The engine
 * knows only the contract, so a host more is a folder here and a row in the playground's table of hosts.
 */

export type { CreateHost, Host } from '../contract/host.ts';
export type { BrowserHost } from './browser/index.ts';
export type { Container } from './webcontainer/index.ts';
