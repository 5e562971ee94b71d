/** Finds a web server on this computer: the one named in the environment, or an installed one. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Where it may be when it is not on the PATH: system programs often are not. */
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** What each is called, by those who pack it. */
const PROGRAMS = { nginx: ['nginx'], caddy: ['caddy'], apache: ['apache2', 'httpd'] } as const;

/** @returns path of the program, or null. `FUNCTIELAB_NGINX`, `FUNCTIELAB_CADDY` and `FUNCTIELAB_APACHE` point at one elsewhere */
export function findServer(name: keyof typeof PROGRAMS): string | null {
  const named = process.env[`FUNCTIELAB_${name.toUpperCase()}`];
  const files = PROGRAMS[name].map((program) => (process.platform === 'win32' ? `${program}.exe` : program));
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    named,
    ...[...onPath, ...FOLDERS].flatMap((folder) => files.map((file) => join(folder, file))),
  ];
  return candidates.find((path): path is string => !!path && existsSync(path)) ?? null;
}
