/** One call through the whole path, so that a reader's first call finds everything awake. */
import type { InstanceSpec } from '../../contract/host.ts';
import { createLinkedHost } from './linked-host.ts';
import type { NodeLink } from './node-link.ts';
import { BootError } from './support.ts';

const SPEC: InstanceSpec = {
  instanceId: 1,
  functionName: 'proef',
  files: [{ path: 'proef.js', text: 'export default () => new Response("hier");\n' }],
  entry: 'proef.js',
  memoryMb: 128,
  timeoutMs: 10_000,
  env: {},
};
const REQUEST = { method: 'GET', url: 'https://proef.functie.test/', headers: [], body: null } as const;

/** @throws BootError `NODE_FAILED` when threads do not work there */
export async function firstAnswer(link: NodeLink): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const { instanceId } = SPEC;
    const host = createLinkedHost(
      link,
      'proef',
    )((report) => {
      if (report.type === 'ready') {
        host.invoke(instanceId, {
          invocationId: 'proef',
          isCold: true,
          attempt: 1,
          request: REQUEST,
          params: {},
        });
      } else if (report.type === 'settled' && report.result.ok) {
        host.dispose();
        resolve();
      } else if (report.type === 'ended' || report.type === 'settled') {
        host.dispose();
        reject(new BootError('NODE_FAILED', JSON.stringify(report)));
      }
    });
    host.start(SPEC);
  });
}
