/** `npm run pack:tool`: `functielab-<version>.tgz` in the folder of the project, to start with `npx` or to install. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packTool } from '../build/tool/tool-package.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BYTES_PER_KB = 1024;

const path = await packTool(PROJECT, PROJECT);
const size = Math.ceil(statSync(path).size / BYTES_PER_KB);
console.log(`${basename(path)}  ${size} KB\nStart met: npx ./${basename(path)} ./mijn-map`);
