/** Serves the lab page with the headers that the real site has, on a port of its own. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { bundleInlineScript, inlineScript } from '../../../src/build/inline-script.ts';
import { contentSecurityPolicy, scriptHash } from '../../../src/build/response-headers.ts';
import { loaderOf } from '../../../src/build/scripts-integration.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface LabServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface LabOptions {
  /** Also sends the headers of cross-origin isolation, as a WebContainer needs. */
  readonly isIsolated?: boolean;
  /** Path of the page's script: holds the browser host unless told otherwise. */
  readonly entry?: string;
  /** An origin that the page may open a frame of. */
  readonly frameOrigin?: string;
}

export async function serveLab(options: LabOptions = {}): Promise<LabServer> {
  const { isIsolated = false, entry = at('./browser-page.ts'), frameOrigin } = options;
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [inlineScript()],
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  const scripts = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : '']),
  );
  const main = output.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
  const loader = loaderOf([`/${main}`]);
  const page = `<!doctype html><html lang="nl"><title>Proef</title><body><script>${loader}</script>`;

  const boot = await bundleInlineScript(at('../../../src/host/browser/frame-main.ts'));
  const real = contentSecurityPolicy([scriptHash(loader), scriptHash(boot)]);
  const policy =
    frameOrigin === undefined ? real : real.replace(/(?:connect|frame)-src/g, `$& ${frameOrigin}`);
  const isolation = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const script = scripts.get(path);
    response.setHeader('Content-Security-Policy', policy);
    if (isIsolated) for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    if (path !== '/' && script === undefined) response.writeHead(404).end();
    else
      response
        .setHeader('Content-Type', script === undefined ? 'text/html' : 'text/javascript')
        .end(script ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
