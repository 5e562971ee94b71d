/** What a program in Node asks the server of the played world, and what that answers: JSON, with bodies in base64. */
import type { HeaderList } from '../../../contract/data.ts';

export interface WorldQuestion {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: string | null;
}

/** Null in its place when the connection drops. */
export interface PlayedReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: string;
}
