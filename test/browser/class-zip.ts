/** What a class hands in, as a learning environment gives it to its teacher: one zip. */
import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { type Claims, NO_CLAIMS } from '../../src/classroom/hand-in/claims.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';

/** The exercise that a class makes: *Groet iedereen*. */
export const CLASS_EXERCISE = 'groet-iedereen';

/** @returns the text of the file in which somebody hands in that code for the exercise */
export function greetingOf(name: string, code: string, claims: Claims = NO_CLAIMS): string {
  return handInFile({ name, exercises: new Map([[CLASS_EXERCISE, { 'groet.js': code }]]), claims });
}

/** @param files by their paths in the zip @returns a file for a reader, and for Playwright, which calls its bytes `buffer` */
export function classZip(files: Readonly<Record<string, string | Uint8Array>>) {
  const entries = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  const bytes = Buffer.from(zipSync(Object.fromEntries(entries)));
  return { name: 'klas.zip', mimeType: 'application/zip', bytes, buffer: bytes };
}
