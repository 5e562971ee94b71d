/** Reads samples from `content/`: their manifests, their files, and the same files highlighted. */

import { getEntry } from 'astro:content';
import { codeToHtml, type ShikiTransformer } from 'shiki';
import type { SourceFile } from '../contract/data.ts';
import { codeTheme } from '../kit/code-theme.ts';
import { samplePath } from './paths.ts';
import type { ProgramSample, Sample } from './sample.ts';
import { sampleFromManifest } from './sample-from-manifest.ts';

const sources = import.meta.glob<string>(
  [
    '../../content/functions/**/*.{js,json,html,css,txt}',
    '../../content/programs/**/*.{js,json,html,css,txt}',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/**
 * @throws Error naming the manifest and the field, when a sample does not exist or a file of it is missing:
 * a lesson with a wrong name does not build
 */
export async function loadSample(name: string): Promise<Sample> {
  const manifest = `content/functions/${name}/function.json`;
  const entry = await getEntry('functions', name);
  if (!entry) throw new Error(`${manifest}: there is no such sample function`);
  const files = readFiles(manifest, entry.data.files);
  return sampleFromManifest(name, entry.data, files, samplePath);
}

/** @throws Error as `loadSample` does */
export async function loadProgram(name: string): Promise<ProgramSample> {
  const manifest = `content/programs/${name}/program.json`;
  const entry = await getEntry('programs', name);
  if (!entry) throw new Error(`${manifest}: there is no such program`);
  const { title, files, port } = entry.data;
  if (!files.includes('package.json')) throw new Error(`${manifest}: files: "package.json" is missing`);
  return { name, title, files: readFiles(manifest, files), port };
}

function readFiles(manifest: string, paths: readonly string[]): SourceFile[] {
  const folder = manifest.slice(0, manifest.lastIndexOf('/'));
  return paths.map((path) => {
    const text = sources[`../../${folder}/${path}`];
    if (text === undefined) throw new Error(`${manifest}: files: "${path}" does not exist`);
    return { path, text: text.trimEnd() };
  });
}

const languages: Readonly<Record<string, string>> = {
  js: 'javascript',
  json: 'json',
  html: 'html',
  css: 'css',
  txt: 'text',
};

export async function highlight({ path, text }: SourceFile): Promise<string> {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const transformers = [countingLines(text.split('\n').length)];
  return codeToHtml(text, {
    lang: languages[ending] ?? 'text',
    theme: codeTheme,
    tabindex: false,
    transformers,
  });
}

/** A browser styles code that is far from the screen only later (`editor.css`), which needs to know how high it will be. */
const countingLines = (lines: number): ShikiTransformer => ({
  pre: (node) => {
    node.properties['style'] = `${String(node.properties['style'])};--lines:${lines}`;
  },
});
