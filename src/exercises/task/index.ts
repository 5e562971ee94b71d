/**
 * The task of a teacher's own exercise: as much of Markdown as a task needs, read in a time that grows with its length alone. A
 * text of a stranger may be made to keep a reader busy, and the parsers that we tried can be kept so for a minute by 20,000 signs.
 *
 *     text ──read-task.ts──▶ blocks ──TaskText.tsx──▶ on a page
 *                              └──write-mdx.ts──▶ as the course's own tasks are written
 *
 * There is no HTML in it and there are no pictures: what looks like them is text. Links go to http and https alone. Read
 * `read-task.ts` first. The exercises and the maker of them import this folder through this door.
 */
export { type Block, type Inline, readTask } from './read-task.ts';
export { TaskText } from './TaskText.tsx';
export { inMdx, taskInMdx } from './write-mdx.ts';
