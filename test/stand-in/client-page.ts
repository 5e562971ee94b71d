/** The page of the stand-in's own tests: the real client, and ways to wait for what its processes say. */
import { type SpawnOptions, WebContainer, type WebContainerProcess } from '@webcontainer/api';

/** Something that grows, and whoever waits for it to be enough. */
class Waiting {
  readonly #looks = new Set<() => void>();

  look(): void {
    for (const look of [...this.#looks]) look();
  }

  until(isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isEnough()) return;
        this.#looks.delete(look);
        resolve();
      };
      this.#looks.add(look);
      look();
    });
  }
}

class Said {
  text = '';
  #hasEnded = false;
  readonly #waiting = new Waiting();

  constructor(output: ReadableStream<string>) {
    this.#read(output);
  }

  async #read(output: ReadableStream<string>): Promise<void> {
    const reader = output.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      this.text += part.value;
      this.#waiting.look();
    }
    this.#hasEnded = true;
    this.#waiting.look();
  }

  /** @returns all that was said when `is` liked it */
  async until(is: (text: string) => boolean): Promise<string> {
    await this.#waiting.until(() => is(this.text));
    return this.text;
  }

  async end(): Promise<string> {
    await this.#waiting.until(() => this.#hasEnded);
    return this.text;
  }
}

/** A process with what it says; `type` is what a keyboard does. */
function follow(process: WebContainerProcess) {
  const keyboard = process.input.getWriter();
  return { process, said: new Said(process.output), type: (text: string) => keyboard.write(text) };
}

let booted: WebContainer | undefined;
let last: ReturnType<typeof follow> | undefined;
const portsChanged = new Waiting();

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not there yet');
  return value;
}

export const page = {
  /** What was heard of ports, in order: the event and its arguments. */
  ports: [] as (string | number)[][],

  async boot(): Promise<WebContainer> {
    booted = await WebContainer.boot({ workdirName: 'proef' });
    return booted;
  },
  get container() {
    return present(booted);
  },
  /** The process that was started last. */
  get last() {
    return present(last);
  },
  async start(command: string, args: string[] = [], options: SpawnOptions = {}) {
    last = follow(await page.container.spawn(command, args, options));
    return last;
  },
  /** A program of one file. */
  async node(code: string) {
    await page.container.fs.writeFile('programma.mjs', code);
    return page.start('node', ['programma.mjs']);
  },

  hearPorts(): void {
    const hear = (...heard: (string | number)[]) => {
      page.ports.push(heard);
      portsChanged.look();
    };
    page.container.on('port', (...args) => hear('port', ...args));
    page.container.on('server-ready', (...args) => hear('server-ready', ...args));
  },
  async untilPorts(count: number) {
    await portsChanged.until(() => page.ports.length >= count);
    return page.ports;
  },
  /** @returns address of the last server that became ready */
  async serverReady(): Promise<string> {
    const ready = () => page.ports.findLast(([event]) => event === 'server-ready');
    await portsChanged.until(() => ready() !== undefined);
    return String(ready()?.at(-1));
  },
  portClosed: () => portsChanged.until(() => page.ports.some(([, , change]) => change === 'close')),
};

export type ClientPage = typeof page;

Object.assign(globalThis, {
  page,
  WEBCONTAINER_API_IFRAME_URL: new URLSearchParams(location.search).get('frame'),
});
