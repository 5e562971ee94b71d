/** What is tried with a project: a step from outside, and what came of it in the lab. */
import type { HttpResponseData } from '../../contract/data.ts';
import type { CloudStores } from './local/local-cloud.ts';

export type CloudStep =
  | {
      readonly type: 'request';
      readonly method: string;
      /** With its query. */
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      /** Null without one. */
      readonly body: string | null;
    }
  /** `body` in base64. */
  | { readonly type: 'upload'; readonly key: string; readonly contentType: string; readonly body: string }
  /** `body` is JSON text. */
  | { readonly type: 'send'; readonly body: string }
  | { readonly type: 'tick'; readonly functionName: string };

export interface StepOutcome {
  /** Of a request: the function's own answer, or only a status when the lab answered in its place. Null for other steps. */
  readonly answer: HttpResponseData | { readonly status: number } | null;
  /** Once nothing was under way any more. */
  readonly stores: CloudStores;
}

/**
 * A step with what the lab came to, as it stands in `test/voorbeelden.json`. What was not the same in two runs (a time, a
 * drawn id) is null there, and not compared.
 */
export interface CloudExample {
  readonly title: string;
  readonly step: CloudStep;
  readonly expected: {
    readonly status: number | null;
    readonly headers: readonly (readonly [name: string, value: string])[] | null;
    /** In base64. */
    readonly body: string | null;
    /** JSON text by key. */
    readonly kv: readonly (readonly [key: string, value: string])[] | null;
    /** By key: the content type, and the bytes in base64. */
    readonly bucket: readonly (readonly [key: string, contentType: string, body: string])[] | null;
    readonly dead: readonly string[] | null;
  };
}
