/** What every container gets: the Node host as two files, the process and the boot script of its threads. */
import type { FileSystemTree } from '@webcontainer/api';
import processSource from '../node/main.ts?node-script';
import workerSource from '../node/worker-main.ts?node-script';

/** Hidden from who lists the folder in the terminal. */
const HOST_FOLDER = '.functielab';
/** In here each playground has a folder of its own. */
export const PROJECTS_FOLDER = 'projecten';

/** Seen from the folder of the projects, in which the process runs. */
export const HOST_SCRIPT = `../${HOST_FOLDER}/host.mjs`;

export function nodeFiles(): FileSystemTree {
  return {
    [HOST_FOLDER]: {
      directory: {
        'host.mjs': { file: { contents: processSource } },
        'worker.mjs': { file: { contents: workerSource } },
      },
    },
    [PROJECTS_FOLDER]: { directory: {} },
  };
}
