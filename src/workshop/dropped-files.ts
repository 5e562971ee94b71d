/** What was dropped on the page, folders walked through. */
import type { ChosenFile } from './brought.ts';

/** Far more than a workplace takes: whoever drops a disk is told so without it being read through. */
const MOST_LISTED = 5_000;
/** Made by a tool, and larger than all the rest. */
const NOT_WALKED = /^(node_modules|\.git)$/;

/** Asked within the event itself: afterwards a browser has forgotten what was dropped. */
export function droppedFiles({ items, files }: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.length > 0 ? walk(entries) : Promise.resolve(chosenFiles(files));
}

export function chosenFiles(files: Iterable<File>): readonly ChosenFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function walk(begun: readonly FileSystemEntry[]): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const waiting = [...begun];
  for (
    let entry = waiting.shift();
    entry !== undefined && found.length < MOST_LISTED;
    entry = waiting.shift()
  ) {
    if (entry.isFile) {
      const file = await fileOf(entry as FileSystemFileEntry);
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else if (entry.isDirectory && !NOT_WALKED.test(entry.name)) {
      waiting.push(...(await allIn(entry as FileSystemDirectoryEntry)));
    }
  }
  return found;
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A browser gives a folder a hundred at a time, until there are no more. */
async function allIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
