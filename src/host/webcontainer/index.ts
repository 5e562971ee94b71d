/**
 * The WebContainer host: instances are worker threads of real Node, in a container that runs in the reader's
 * browser. The container's code comes from stackblitz.com, so it is loaded at the reader's click and never before.
 *
 *   engine ──▶ linked-host.ts ──▶ node-link.ts ──lines over stdin and stdout──▶ ../node/main.ts in the container
 *                                   ▲
 *   page ──▶ container.ts: boots the one container of the page, mounts the Node host, runs programs
 *
 * `support.ts` tells beforehand where it can't work. Nothing here waits without a limit: the client library gives
 * no error when its frame is blocked, so a timeout decides. What went wrong is the code of a `BootError`;
 * its Dutch words live in the playground. A page may import `support.ts` and `stages.ts` by themselves, which load
 * nothing else; all the rest goes through this file.
 */
export { bootContainer, type Container } from './container.ts';
export { createLinkedHost } from './linked-host.ts';
export type { Project, Running } from './project.ts';
export type { BootStage } from './stages.ts';
export { BootError, type BootProblem, type Obstacle } from './support.ts';
