/** Finds a web server on this computer: the one named in the environment, or an installed one. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Where it may be when it is not on the PATH: system programs often are not. */
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** @returns path of the program, or null. `FUNCTIELAB_NGINX` and `FUNCTIELAB_CADDY` point at one elsewhere */
export function findServer(name: 'nginx' | 'caddy'): string | null {
  const named = process.env[`FUNCTIELAB_${name.toUpperCase()}`];
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const candidates = [named, ...[...onPath, ...FOLDERS].map((folder) => join(folder, file))];
  return candidates.find((path): path is string => !!path && existsSync(path)) ?? null;
}
