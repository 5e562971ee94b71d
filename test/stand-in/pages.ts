/** The files of the frame, and how a request for one can fail. */
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Faults } from './faults.ts';

const FRAME = fileURLToPath(new URL('./frame.ts', import.meta.url));
const COMLINK = fileURLToPath(new URL('./vendor/index.js', import.meta.resolve('@webcontainer/api')));

const page = (script: string) => `<!doctype html><meta charset="utf-8"><title>Stand-in</title>${script}`;
const PAGE = page('<script type="module" src="/frame.js"></script>');
/** Loads, and never offers anything. */
const SILENT_PAGE = page('');

/** @param faults read at each request */
export async function servePages(faults: () => Faults): Promise<RequestListener> {
  const scripts = new Map([
    ['/frame.js', await bundleFrame()],
    ['/comlink.js', await readFile(COMLINK, 'utf8')],
  ]);

  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Cache-Control', 'no-store');
    // Programs run with the rights of whoever runs the tests: no page of another site may hold this frame.
    response.setHeader('Content-Security-Policy', 'frame-ancestors http://localhost:* http://127.0.0.1:*');

    const script = scripts.get(url.pathname);
    if (script !== undefined) response.setHeader('Content-Type', 'text/javascript').end(script);
    else if (url.pathname !== '/headless') response.writeHead(404).end();
    else answerHeadless();

    function answerHeadless(): void {
      const { headless } = faults();
      if (headless === 'hang') return;
      if (headless === 'drop') request.socket.destroy();
      else if (headless === 'error500') response.writeHead(500).end('Internal Server Error');
      else response.setHeader('Content-Type', 'text/html').end(headless === 'silent' ? SILENT_PAGE : PAGE);
    }
  };
}

async function bundleFrame(): Promise<string> {
  const build = await rolldown({ input: FRAME, platform: 'browser', logLevel: 'warn' });
  try {
    const { output } = await build.generate({ format: 'esm' });
    return output[0].code;
  } finally {
    await build.close();
  }
}
