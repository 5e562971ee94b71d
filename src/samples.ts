/** Reads a sample function from `content/functions`: its manifest, its files, and the same files highlighted. */
import { getEntry } from 'astro:content';
import { codeToHtml } from 'shiki';
import { codeTheme } from './components/code-theme.ts';
import type { Sample } from './playground/sample.ts';

const sources = import.meta.glob<string>('../content/functions/**/*.{js,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * @throws Error naming the manifest and the field, when a sample does not exist or a file of it is missing:
 * a lesson with a wrong name does not build
 */
export async function loadSample(name: string): Promise<Sample> {
  const folder = `content/functions/${name}`;
  const entry = await getEntry('functions', name);
  if (!entry) throw new Error(`${folder}/function.json: there is no such sample function`);
  const {
    title,
    files,
    entry: main,
    trigger,
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    runtime,
  } = entry.data;
  if (!files.includes(main)) {
    throw new Error(`${folder}/function.json: entry: "${main}" is not one of files`);
  }
  return {
    name,
    title,
    files: files.map((path) => {
      const text = sources[`../${folder}/${path}`];
      if (text === undefined) throw new Error(`${folder}/function.json: files: "${path}" does not exist`);
      return { path, text: text.trimEnd() };
    }),
    entry: main,
    trigger: { method: trigger.method, path: trigger.path, headers: trigger.headers, body: trigger.body },
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    needsNode: runtime === 'node',
  };
}

export async function highlight(path: string, text: string): Promise<string> {
  return codeToHtml(text, {
    lang: path.endsWith('.json') ? 'json' : 'javascript',
    theme: codeTheme,
    tabindex: false,
  });
}
