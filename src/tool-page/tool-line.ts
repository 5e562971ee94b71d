/**
 * The line from the page to the tool: what the tool tells comes as it happens, and what the page has for its Node host goes in the order
 * in which it was said. When nobody answers it tries again; when the tool has another key by now, it does not.
 */
import { decodeLine, LineReader } from '../host/node/wire.ts';
import { type FromTool, LINE_PARAMETER, LINE_PATH } from '../tool/lab/protocol.ts';

/** - `refused`: the tool was started anew, or the key was cut off: its address is in the terminal. */
export type LineState = 'trying' | 'live' | 'gone' | 'refused';

export interface LineParts {
  /** From the address; null where there is none. */
  readonly key: string | null;
  /** With the path of the desk in front. */
  readonly desk: string;
  readonly header: string;
  readonly fetch: typeof fetch;
  /** Until it is time to try again. */
  readonly pause: () => Promise<void>;
  readonly onState: (state: LineState) => void;
  readonly onMessage: (message: FromTool) => void;
}

const NAME_LETTERS = 20;
const newName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(NAME_LETTERS)), (byte) => (byte % 36).toString(36)).join(
    '',
  );

export class ToolLine {
  readonly #parts: LineParts;
  readonly #address: string;
  #outbox = '';
  #isSending = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#address = `${parts.desk}${LINE_PATH}?${LINE_PARAMETER}=${newName()}`;
  }

  /** Listens for as long as there is a page; fulfilled when there is nothing more to try. */
  async follow(): Promise<void> {
    const { onState, pause } = this.#parts;
    if (this.#parts.key === null) return onState('refused');
    for (;;) {
      if ((await this.#listen()) === 'refused') return onState('refused');
      onState('gone');
      await pause();
    }
  }

  /** @param text whole lines, for the Node host */
  send(text: string): void {
    this.#outbox += text;
    if (!this.#isSending) void this.#drain();
  }

  async #listen(): Promise<'refused' | 'ended'> {
    try {
      const { fetch, header, key, onState, onMessage } = this.#parts;
      const answer = await fetch(this.#address, { headers: { [header]: key ?? '' }, cache: 'no-store' });
      if (answer.status === 401 || answer.status === 403) return 'refused';
      if (!answer.ok || answer.body === null) return 'ended';
      onState('live');
      const lines = new LineReader();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'ended';
        for (const line of lines.push(value)) onMessage(decodeLine(line) as FromTool);
      }
    } catch {
      return 'ended';
    }
  }

  /** One at a time: two that are on their way together may come in another order. */
  async #drain(): Promise<void> {
    const { fetch, header, key } = this.#parts;
    this.#isSending = true;
    while (this.#outbox !== '') {
      const body = this.#outbox;
      this.#outbox = '';
      try {
        await fetch(this.#address, { method: 'POST', headers: { [header]: key ?? '' }, body });
      } catch {
        // Whoever listens hears that the line is gone.
      }
    }
    this.#isSending = false;
  }
}
