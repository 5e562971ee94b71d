/** A small built site in a temporary folder, gone after the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type SiteFiles = Readonly<Record<string, string>>;

export function siteFolder(files: SiteFiles): string {
  const root = mkdtempSync(join(tmpdir(), 'functielab-site-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeSite(root, files);
  return root;
}

export function writeSite(root: string, files: SiteFiles): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

export function html(body: string, head = ''): string {
  return `<!doctype html><html lang="nl"><head><title>Proef</title>${head}</head><body>${body}</body></html>`;
}
