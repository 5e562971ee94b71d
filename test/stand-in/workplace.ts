/** The temporary folder of one container: its home, its working directory in it, and the commands that it finds. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isRunning, signalAll, startedWith } from './process-table.ts';

export interface Workplace {
  readonly workdir: string;
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ends whatever still runs in it, and removes it. */
  clear(): void;
}

const HOOK = fileURLToPath(new URL('./listen-hook.cjs', import.meta.url));
const open = new Set<Workplace>();

const PREFIX = 'functielab-stand-in-';

// A test run that ends before its tests are done leaves nothing behind either.
process.on('exit', () => {
  for (const workplace of open) workplace.clear();
});

/** An interactive shell without anyone's own settings. Bash edits lines; sh is there everywhere. */
const JSH = `#!/bin/sh
if [ $# -gt 0 ]; then exec /bin/sh "$@"; fi
export PS1='❯ ' INPUTRC='__BIN__/inputrc'
if command -v bash > /dev/null; then exec bash --noprofile --norc -i; fi
exec /bin/sh -i
`;

export function createWorkplace(workdirName: string, registryPort: number): Workplace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`)));
  const bin = join(root, 'bin');
  const home = homeOf(root);
  const workdir = join(home, workdirName);
  for (const folder of [bin, workdir]) mkdirSync(folder, { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  writeFileSync(join(bin, 'jsh'), JSH.replace('__BIN__', bin), { mode: 0o755 });
  writeFileSync(join(bin, 'inputrc'), 'set enable-bracketed-paste off\n');

  // Not what this project has installed: a real container has none of that.
  const shared = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  const path = [bin, ...shared].join(delimiter);
  const workplace: Workplace = {
    workdir,
    path,
    env: {
      PATH: path,
      HOME: home,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      NODE_OPTIONS: `--require ${JSON.stringify(HOOK)}`,
      STAND_IN_PORTS: String(registryPort),
      npm_config_update_notifier: 'false',
      ...wayOut(),
    },
    clear() {
      clearRoot(root);
      open.delete(workplace);
    },
  };
  open.add(workplace);
  return workplace;
}

/** How this machine reaches a registry of packages; the service has its own way, which needs none of this. */
function wayOut(): Record<string, string> {
  const names =
    /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_(file|dir)|npm_config_(registry|cafile|proxy|https_proxy))$/i;
  const found = Object.entries(process.env).filter(
    ([name, value]) => names.test(name) && value !== undefined,
  );
  const settings = join(homedir(), '.npmrc');
  return {
    ...(Object.fromEntries(found) as Record<string, string>),
    ...(existsSync(settings) && { npm_config_userconfig: settings }),
  };
}

/** Clears up after test runs that were killed and could not do so themselves. */
export function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [pid] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-') : [];
    // Another test file that begins may do the same at this moment.
    if (pid !== undefined && !isRunning(Number(pid))) clearRoot(join(realpathSync(tmpdir()), name));
  }
}

function clearRoot(root: string): void {
  signalAll(startedWith('HOME', homeOf(root)), 'SIGKILL');
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

function homeOf(root: string): string {
  return join(root, 'home');
}
