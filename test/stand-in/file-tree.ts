/**
 * The tree that the client sends for `mount` and reads for `export`: `d` is a folder, `f` a file with contents `c` or
 * the target `l` of a symbolic link. With `b` each character of `c` is one byte.
 */
import { isUtf8 } from 'node:buffer';
import { access, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Folder {
  readonly d: Readonly<Record<string, Folder | File>>;
}

interface File {
  readonly f: { readonly c: string; readonly b?: true } | { readonly l: string };
}

/**
 * @param folder absolute path
 * @throws Error when the folder does not exist, and for a binary snapshot, which only the real service can read
 */
export async function writeTree(payload: Uint8Array, folder: string): Promise<void> {
  if (payload[0] !== '{'.charCodeAt(0)) throw new Error('The stand-in mounts trees, and no binary snapshots');
  await access(folder);
  await writeFolder(JSON.parse(new TextDecoder().decode(payload)) as Folder, folder);
}

async function writeFolder({ d }: Folder, folder: string): Promise<void> {
  for (const [name, entry] of Object.entries(d)) {
    const path = join(folder, name);
    if ('d' in entry) {
      await mkdir(path, { recursive: true });
      await writeFolder(entry, path);
    } else if ('l' in entry.f) await symlink(entry.f.l, path);
    else await writeFile(path, entry.f.c, entry.f.b ? 'latin1' : 'utf8');
  }
}

/** @param folder absolute path */
export async function readTree(folder: string): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify(await readFolder(folder)));
}

async function readFolder(folder: string): Promise<Folder> {
  const tree: Record<string, Folder | File> = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) tree[entry.name] = await readFolder(path);
    else if (entry.isSymbolicLink()) tree[entry.name] = { f: { l: await readlink(path) } };
    else if (entry.isFile()) tree[entry.name] = { f: contentsOf(await readFile(path)) };
  }
  return { d: tree };
}

function contentsOf(bytes: Buffer): File['f'] {
  return isUtf8(bytes) ? { c: bytes.toString('utf8') } : { c: bytes.toString('latin1'), b: true };
}
