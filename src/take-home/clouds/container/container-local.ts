/** The container's own server in a plain process: `functielab/local.mjs`. What a container adds to that is a file system. */
import { httpOnly } from '../local/http-only.ts';

export const start = httpOnly({ program: 'server.mjs' });
