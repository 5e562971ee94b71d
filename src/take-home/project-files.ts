/** Which files a downloaded project has. Knows no zip, so that a test can write them down and start them. */
import type { SourceFile } from '../contract/data.ts';
import type { ServiceSpec } from '../contract/services.ts';
import type { Sample } from '../course/sample.ts';
import { type RunManifest, runManifestPath } from './runner/run-manifest.ts';

export interface RunnerSources {
  readonly runner: string;
  readonly worker: string;
}

const MANIFEST = 'package.json';
const OLDEST_NODE = '>=20';

/** @param sample null for a program, which starts by itself */
export function projectFiles(
  name: string,
  files: readonly SourceFile[],
  sample: Sample | null,
  sources: RunnerSources,
): SourceFile[] {
  const readMe = { path: 'LEESMIJ.txt', text: readMeOf(name, files, sample) };
  if (sample === null) return [...files, readMe];
  const own = files.filter(({ path }) => path !== MANIFEST);
  return [
    ...own,
    { path: MANIFEST, text: manifestOf(name, files) },
    readMe,
    { path: runManifestPath, text: `${JSON.stringify(runManifest(files, sample), null, 2)}\n` },
    { path: 'functielab/start.mjs', text: sources.runner },
    { path: 'functielab/worker.mjs', text: sources.worker },
  ];
}

function runManifest(files: readonly SourceFile[], sample: Sample): RunManifest {
  const { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit, env, services, request, functions } = sample;
  const [only] = functions;
  return {
    functionName: sample.name,
    entry: only?.entry ?? '',
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    env,
    services,
    paths: files.map(({ path }) => path),
    trigger: { method: request?.method ?? 'GET', path: request?.path ?? '/' },
  };
}

/** The reader's own, with what starts the platform; one that is no JSON stays, since npm says best what is wrong. */
function manifestOf(name: string, files: readonly SourceFile[]): string {
  const own = files.find(({ path }) => path === MANIFEST)?.text;
  const start = 'node functielab/start.mjs';
  if (own === undefined) {
    const fresh = {
      name,
      private: true,
      type: 'module',
      engines: { node: OLDEST_NODE },
      scripts: { start },
    };
    return `${JSON.stringify(fresh, null, 2)}\n`;
  }
  try {
    const manifest = JSON.parse(own) as { scripts?: Record<string, string> };
    return `${JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, start } }, null, 2)}\n`;
  } catch {
    return own;
  }
}

function readMeOf(name: string, files: readonly SourceFile[], sample: Sample | null): string {
  const manifest = files.find(({ path }) => path === MANIFEST)?.text ?? '';
  const hasPackages = /"dependencies"\s*:\s*\{\s*"/.test(manifest);
  const lines = [
    `${name}, uit de cursus Functielab`,
    '',
    'Je hebt de LTS-versie van Node.js nodig (https://nodejs.org). Open een terminal in deze map en typ:',
    '',
    ...(hasPackages ? ['  npm install'] : []),
    '  npm start',
    '',
    'In de terminal staat dan op welk adres je kunt kijken. Stoppen doe je met Ctrl+C.',
    '',
    ...playedLines(sample?.services ?? []),
    'Let op: hier is geen sandbox. De code draait met jouw rechten, op jouw computer. Draai alleen code die je kent.',
  ];
  return `${lines.join('\n')}\n`;
}

/** So that nobody looks for these addresses on the web, or takes the code elsewhere and finds them gone. */
function playedLines(services: readonly ServiceSpec[]): string[] {
  if (services.length === 0) return [];
  return [
    'Deze adressen bestaan alleen in de cursus. Met npm start worden ze ook hier nagespeeld, met dezelfde antwoorden en',
    'wachttijden. Zet je de code ergens anders neer, vervang ze dan door het adres van een echte dienst:',
    '',
    ...services.map(({ name }) => `  ${name}`),
    '',
  ];
}
