/** A host whose instances live in the process at the other end of a line. */

import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import { type Backend, SourcedHost } from '../common/sourced-host.ts';
import { nodeSources } from '../node/sources.ts';
import type { NodeLink } from './node-link.ts';

/** What a host needs of a line. */
export type HostLink = Pick<
  NodeLink,
  'isLost' | 'join' | 'start' | 'invoke' | 'reply' | 'kill' | 'leave' | 'watch'
>;

/** @param project name of the folder in the container in which the function's packages are */
export function createLinkedHost(link: HostLink, project: string): CreateHost {
  return (tell) => {
    const name = link.join({
      onReport: (report) => void host.receive(report),
      onLost: () => host.lose('HOST_LOST'),
    });
    const backend: Backend<readonly SourceFile[]> = {
      ...nodeSources,
      start(spec) {
        if (link.isLost) host.lose('HOST_LOST');
        else link.start(name, project, spec);
      },
      invoke: (instanceId, invocation) => link.invoke(name, instanceId, invocation),
      reply: (instanceId, callId, result) => link.reply(name, instanceId, callId, result),
      kill: (instanceId) => link.kill(name, instanceId),
      dispose: () => link.leave(name),
      watch: (isNeeded) => link.watch(name, isNeeded),
    };
    const host = new SourcedHost(tell, backend);
    return host;
  };
}
