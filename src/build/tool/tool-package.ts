/**
 * The tool as a package that needs no other: `functielab-<version>.tgz`. All that it runs is bundled in `lib/`, beside the prices and the
 * templates that it reads; `npm` packs the folder, so that what is in it is what npm would take.
 *
 *     package.json  LICENSE  LICENTIES.txt  LEESMIJ.md
 *     bin/functielab.mjs        looks at the version of Node, in words that an old one can read
 *     lib/main.mjs, worker.mjs  and what they load when they need it
 *     lib/lab/                  the page of the laboratory (`tool-page.ts`)
 *     lib/tariffs/  lib/templates/
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Plugin, rolldown } from 'rolldown';
import { bundleNodeScript, inlineScript, packedModules } from '../inline-script.ts';
import { packageFolder, readPackages } from '../shipped-packages.ts';
import { buildToolPage } from './tool-page.ts';

/** What its user needs. The course itself is made with a newer one. */
const OLDEST_NODE = 20;

/**
 * @param project folder of the course
 * @param to folder in which the package comes
 * @returns the path of the package
 * @throws Error when it does not bundle, or npm can't pack it
 */
export async function packTool(project: string, to: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-pack-'));
  try {
    await writePackage(project, folder);
    mkdirSync(to, { recursive: true });
    const packed = spawnSync('npm', ['pack', '--json', '--pack-destination', to], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (packed.status !== 0) throw new Error(`npm pack: ${packed.stderr}`);
    const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
    return join(to, filename);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writePackage(project: string, folder: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
  const lib = join(folder, 'lib');
  mkdirSync(join(folder, 'bin'));
  const modules = await bundle(join(project, 'src/tool/main.ts'), lib);
  const worker = await bundleNodeScript(join(project, 'src/host/node/worker-main.ts'));
  writeFileSync(join(lib, 'worker.mjs'), `${worker}\n`);
  cpSync(join(project, 'content/tariffs'), join(lib, 'tariffs'), { recursive: true });
  cpSync(join(project, 'content/templates'), join(lib, 'templates'), { recursive: true });
  cpSync(join(project, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'bin/functielab.mjs'), BEGIN);
  const onPage = await buildToolPage(project, join(lib, 'lab'));
  writeFileSync(join(folder, 'LICENTIES.txt'), licencesOf([...modules, ...onPage, ...packedModules]));
  writeFileSync(join(folder, 'LEESMIJ.md'), readMe(version));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(version), null, 2)}\n`);
}

/** @returns the modules of which something is in it */
async function bundle(entry: string, dir: string): Promise<string[]> {
  const build = await rolldown({
    input: { main: entry },
    platform: 'node',
    plugins: [inlineScript() as Plugin, rawText(), plainScript()],
    transform: { target: `node${OLDEST_NODE}` },
    logLevel: 'warn',
  });
  try {
    const { output } = await build.write({
      dir,
      format: 'esm',
      minify: true,
      comments: false,
      entryFileNames: '[name].mjs',
      // All in one folder: a file finds what lies beside it, whichever chunk it became.
      chunkFileNames: '[name]-[hash].mjs',
    });
    return output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) =>
            renderedLength > 0 ? [id] : [],
          )
        : [],
    );
  } finally {
    await build.close();
  }
}

/** `import text from './x?raw'`, as Vite reads it. */
function rawText(): Plugin {
  const SUFFIX = '?raw';
  return {
    name: 'functielab:raw-text',
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const found = await this.resolve(source.slice(0, -SUFFIX.length), importer);
      return found === null ? null : `\0raw:${found.id}.js`;
    },
    load(id) {
      if (!id.startsWith('\0raw:')) return null;
      const path = id.slice('\0raw:'.length, -'.js'.length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify(readFileSync(path, 'utf8'))};`;
    },
  };
}

/**
 * Code that says that it is asm.js has to keep to that to the letter, and a bundler writes other letters: an engine then runs it as any
 * other code, and Node 20 warns a reader of that.
 */
function plainScript(): Plugin {
  return {
    name: 'functielab:plain-script',
    transform: (code, id) => (id.includes('es-module-lexer') ? code.replace(/(["'])use asm\1;?/, '') : null),
  };
}

const manifest = (version: string) => ({
  name: 'functielab',
  version,
  description: 'Draait serverless functies op je eigen computer, met de kassabon van elke aanroep',
  type: 'module',
  bin: { functielab: 'bin/functielab.mjs' },
  files: ['bin', 'lib', 'LICENTIES.txt', 'LEESMIJ.md'],
  engines: { node: `>=${OLDEST_NODE}` },
  license: 'MIT',
});

const BEGIN = `#!/usr/bin/env node
const [major] = process.versions.node.split('.');
if (Number(major) < ${OLDEST_NODE}) {
  console.error('Functielab heeft Node ${OLDEST_NODE} of nieuwer nodig, en dit is Node ' + process.versions.node + '. Haal een nieuwere op https://nodejs.org.');
  process.exitCode = 2;
} else {
  await import('../lib/main.mjs');
}
`;

function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
  const packages = readPackages([...folders]).map(({ name, version, licence, text }) =>
    [`${name} ${version} (${licence})`, '', text ?? 'Dit pakket komt zonder tekst van de licentie.'].join(
      '\n',
    ),
  );
  const intro = 'Functielab bevat code van anderen. Dit zijn die pakketten, met hun licenties.';
  return `${[intro, ...packages].join(`\n\n${'-'.repeat(70)}\n\n`)}\n`;
}

const readMe = (version: string) => `# functielab ${version}

Draait serverless functies in een map op je eigen computer, met de kassabon van elke aanroep. Het hoort bij de cursus Functielab.

    npx ./functielab-${version}.tgz ./mijn-map
    npx ./functielab-${version}.tgz --help

Open het adres dat de eerste opdracht noemt in je browser: daar staat het lab voor je map.

Er is geen account, en er wordt niets verstuurd. De code draait met jouw rechten, zonder sandbox: draai alleen code die je kent.
`;
