/**
 * The answer of a service, as `fetch` gives it. All of it is here already, so reading it takes no turn of the event loop: where
 * waiting is counted, a function that reads an answer must not look as if it waited for something else.
 */
import type { HttpResponseData } from '../../../contract/data.ts';
import { STATUSES_WITHOUT_BODY } from '../../../contract/services.ts';
import { FunctionResponse } from '../http/response.ts';
import {
  copyOf,
  decodeText,
  parse,
  responseBody,
  responseBodyUsed,
  responseBuffer,
  streamLocked,
} from '../primitives.ts';

export class PlayedResponse extends FunctionResponse {
  readonly #data: HttpResponseData;
  readonly #url: string;

  constructor(data: HttpResponseData, url: string) {
    const { status, statusText, headers, body } = data;
    const hasBody = !STATUSES_WITHOUT_BODY.includes(status);
    super(hasBody ? copyOf(body) : null, { status, statusText, headers: headers as [string, string][] });
    this.#data = data;
    this.#url = url;
  }

  override get url(): string {
    return this.#url;
  }

  override get type(): ResponseType {
    return 'basic';
  }

  override clone(): PlayedResponse {
    this.#refuseIfRead();
    return new PlayedResponse(this.#data, this.#url);
  }

  override async text(): Promise<string> {
    return decodeText(this.#take());
  }

  override async json(): Promise<unknown> {
    return parse(decodeText(this.#take()));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return copyOf(this.#take()).buffer;
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return copyOf(this.#take());
  }

  #take(): Uint8Array {
    this.#refuseIfRead();
    // The native body counts as read from now on, as the standard says.
    responseBuffer(this).catch(() => {});
    return this.#data.body;
  }

  #refuseIfRead(): void {
    const stream = responseBody(this);
    const isLocked = stream !== null && streamLocked(stream);
    if (responseBodyUsed(this) || isLocked) throw new TypeError('The body of this Response was already read');
  }
}

// Minifying renames a class, and `response.constructor.name` ends up in logs.
Object.defineProperty(PlayedResponse, 'name', { value: 'Response' });
