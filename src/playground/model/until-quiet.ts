/**
 * Until nothing runs on a platform and every message is done or dead: for whoever runs a sample without a reader. What has to wait
 * for its moment (a retry, a delayed message) is jumped to.
 */
import type { Engine, MessageView } from '../../engine/index.ts';

/** A chain that never ends is given up. */
const MOST_JUMPS = 300;

/** Dead, or in a queue that nobody reads. */
const isAtRest = ({ state, functionName }: MessageView) => state === 'dead' || functionName === null;

/**
 * @param somethingNew resolves when the engine has told of anything that happened after the question
 * @returns whether it became quiet; false when functions keep setting each other to work
 */
export async function untilQuiet(engine: Engine, somethingNew: () => Promise<void>): Promise<boolean> {
  for (let jumps = 0; jumps < MOST_JUMPS; ) {
    if (engine.instances().some(({ openInvocations }) => openInvocations > 0)) await somethingNew();
    else if (engine.bindings.messages.list().every(isAtRest)) return true;
    else if (engine.skipToNext()) jumps += 1;
    // A batch that is not full yet waits for its window.
    else await somethingNew();
  }
  return false;
}
