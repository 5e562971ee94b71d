/** How much the course holds, read from its files: a test with a number of its own would be wrong at the next lesson. */
import { existsSync, readdirSync } from 'node:fs';

export const lessonCount = readdirSync('content/lessons').filter((file) => file.endsWith('.mdx')).length;

/** What is marked has checks. */
export const exerciseCount = readdirSync('content/functions').filter((name) =>
  existsSync(`content/functions/${name}/checks.ts`),
).length;

/** What the page of progress says when so many lessons were read. */
export const lessonsRead = (count: number) => new RegExp(`^${count} van ${lessonCount} lessen gelezen`);
