/**
 * The WebContainer host: instances are worker threads of real Node, in a container that runs in the reader's
 * browser. The container's code comes from stackblitz.com, so it is loaded at the reader's click and never before.
 *
 *   engine ──▶ host.ts ──▶ node-link.ts ──lines over stdin and stdout──▶ ../node/main.ts in the container
 *                            ▲
 *   page ──▶ container.ts: boots the one container of the page, mounts the Node host, runs programs
 *
 * `support.ts` tells beforehand where it can't work. Nothing here waits without a limit: the client library gives
 * no error when its frame is blocked, so a timeout decides. What went wrong is a code of `boot-error.ts`; its
 * Dutch words live in the playground.
 */
export { BootError, type BootProblem } from './boot-error.ts';
export { bootContainer, type Container } from './container.ts';
export { createLinkedHost } from './linked-host.ts';
export type { Project, Running } from './project.ts';
export type { BootStage } from './stages.ts';
export type { Obstacle } from './support.ts';
