/** Reads for a worker the `Blob` that the browser does not let it read itself: `../instance/blobs.ts` says where and why. */
import type { BlobQuestion } from '../instance/protocol.ts';

export function readBlobsFor(port: MessagePort): void {
  port.onmessage = async ({ data, ports: [reply] }: MessageEvent<BlobQuestion>) => {
    try {
      const read = data.wanted === 'image' ? createImageBitmap(data.blob) : data.blob.arrayBuffer();
      const value = await read;
      reply?.postMessage(value, [value]);
    } catch {
      reply?.postMessage(null);
    }
  };
}
