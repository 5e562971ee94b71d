/** What the platform asks of its driver, in the order in which to do it. */
export type Command =
  /** Start an instance of the function's newest version, for an invocation or ahead of need; answer with `ready` or `ended`. */
  | {
      readonly type: 'startInstance';
      readonly instanceId: number;
      readonly functionName: string;
      readonly version: number;
    }
  /** Hand a started instance an invocation; answer with `settled` or `ended`. */
  | {
      readonly type: 'invoke';
      readonly instanceId: number;
      readonly invocationId: string;
      readonly isCold: boolean;
    }
  /** End an instance at once. The platform has forgotten it: no answer is expected. */
  | { readonly type: 'killInstance'; readonly instanceId: number };
