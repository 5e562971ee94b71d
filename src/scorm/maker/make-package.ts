/** Has a package made beside the page, which stays quick meanwhile. */
import shellScript from '../shell-main.ts?inline-script';
import type { News, Order } from './protocol.ts';

/** @returns what stops it; `onNews` hears nothing afterwards */
export function makePackage(order: Omit<Order, 'shellScript'>, onNews: (news: News) => void): () => void {
  const worker = new Worker(new URL('./worker-main.ts', import.meta.url), { type: 'module', name: 'pakket' });
  const failed = (detail: string) => {
    worker.terminate();
    onNews({ type: 'failed', problem: { code: 'UNKNOWN', detail } });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.type === 'done' || data.type === 'failed') worker.terminate();
    onNews(data);
  });
  // Its own file did not come.
  worker.addEventListener('error', ({ message }) => failed(message || 'worker'));
  worker.postMessage({ ...order, shellScript } satisfies Order);
  return () => worker.terminate();
}
