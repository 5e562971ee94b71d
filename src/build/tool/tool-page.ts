/**
 * The page of the tool, made by itself: Vite packs `src/tool-page/` with all that it imports in files of which the server of the tool has
 * the folder. It goes with the same policy as a page of the course (`response-headers.ts`), without the addresses of a WebContainer:
 * it asks nobody but the tool.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { PAGE_FILES_PATH } from '../../tool/server/gate.ts';
import { PAGE_HEADERS_FILE } from '../../tool/server/page-files.ts';
import { editorTypes } from '../editor-types.ts';
import { bundleInlineScript, inlineScript } from '../inline-script.ts';
import { priceFiles } from '../price-files.ts';
import { FRAME_SCRIPT, PERMISSIONS_POLICY, policyFor, scriptHash } from '../response-headers.ts';
import { loaderOf } from '../scripts-integration.ts';

/** `course/paths.ts` knows the page of the tool by it. */
const MODE = 'tool';

/**
 * @param project folder of the course
 * @param to folder for the files, made if it is not there
 * @returns the modules and other files of which something is in it
 * @throws Error when it does not bundle
 */
export async function buildToolPage(project: string, to: string): Promise<readonly string[]> {
  const result = await build({
    root: project,
    mode: MODE,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    base: PAGE_FILES_PATH,
    plugins: [inlineScript() as Plugin, priceFiles(), editorTypes(), siteSettings()],
    // Whatever the process that packs it was started for: in development each element tells in which file it is.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        // Most of its time goes to the scripts that are packed in a script (`inline-script.ts`), and that is known.
        checks: { bundlerTimings: false },
        input: join(project, 'src/tool-page/main.tsx'),
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('The page of the tool is one build');
  mkdirSync(to, { recursive: true });
  const modules: string[] = [];
  let script = '';
  let sheet = '';
  for (const file of result.output) {
    writeFileSync(join(to, file.fileName), file.type === 'chunk' ? file.code : file.source);
    // A face has a licence too.
    if (file.type === 'asset') modules.push(...file.originalFileNames.map((name) => join(project, name)));
    if (file.type !== 'chunk') continue;
    if (file.isEntry) {
      script = file.fileName;
      [sheet = ''] = file.viteMetadata?.importedCss ?? [];
    }
    for (const [id, { renderedLength }] of Object.entries(file.modules))
      if (renderedLength > 0) modules.push(id);
  }
  const scripts = [beforePaint, loaderOf([PAGE_FILES_PATH + script])] as const;
  writeFileSync(join(to, 'functielab.svg'), readFileSync(join(project, 'public/favicon.svg')));
  writeFileSync(join(to, 'index.html'), documentOf(scripts, sheet));
  const hashes = [...scripts, await bundleInlineScript(FRAME_SCRIPT)].map(scriptHash).sort();
  writeFileSync(join(to, PAGE_HEADERS_FILE), JSON.stringify(headersOf(hashes)));
  return modules;
}

/** What the build of the site tells its pages: of a WebContainer, which is not offered here. */
function siteSettings(): Plugin {
  const MODULE = 'astro:env/client';
  return {
    name: 'functielab:site-settings',
    enforce: 'pre',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) =>
      id === `\0${MODULE}`
        ? `export const WEBCONTAINER_API_KEY = undefined;\nexport const WEBCONTAINER_COEP = 'require-corp';`
        : null,
  };
}

/** The colours and the size of code that the reader chose, as `site/shell/ThemeProvider.astro` does on the site. */
const beforePaint = `{let theme=null,size=null;try{theme=localStorage.getItem('functielab:thema');size=localStorage.getItem('functielab:code-maat')}catch{}
const root=document.documentElement;root.dataset.js='';if(size>0)root.style.setProperty('--code-size',size);
root.dataset.theme=theme==='light'||theme==='dark'?theme:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'}`;

const documentOf = ([first, start]: readonly [string, string], sheet: string) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Functielab</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${PAGE_FILES_PATH}functielab.svg" type="image/svg+xml">
<script>${first}</script>
<link rel="stylesheet" href="${PAGE_FILES_PATH}${sheet}">
</head>
<body>
<noscript>Het lab heeft JavaScript nodig. Zet het aan voor deze pagina, en laad de pagina opnieuw.</noscript>
<script>${start}</script>
</body>
</html>
`;

const headersOf = (hashes: readonly string[]) => [
  ['content-security-policy', `${policyFor(hashes, '')}; frame-ancestors 'none'`],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', PERMISSIONS_POLICY],
];
