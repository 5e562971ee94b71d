/**
 * What set an invocation off, and what it set off itself: from the first causes down, as a tree. A batch has several
 * causes; it is told in full where it comes first, and named where it comes again.
 */

import type { Asked, Invocation, Write } from '../entries/invocation.ts';
import type { Delivery, Message, Tracks } from '../entries/ledger.ts';

/** More steps than this are counted instead of shown. */
export const SHOWN_STEPS = 100;

export type Step =
  | { readonly kind: 'http'; readonly invocation: Invocation }
  | {
      readonly kind: 'invocation';
      readonly invocation: Invocation;
      /** That brought this; null for HTTP, whoever called. */
      readonly delivery: Delivery | null;
      /** It is told in full elsewhere. */
      readonly isAgain: boolean;
    }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'write'; readonly write: Write }
  | { readonly kind: 'asked'; readonly asked: Asked }
  /** What is no longer kept. */
  | { readonly kind: 'forgotten' };

export interface TraceNode {
  readonly step: Step;
  readonly children: readonly TraceNode[];
  /** Steps below this one that are not shown. */
  readonly leftOut: number;
}

export interface Trace {
  readonly roots: readonly TraceNode[];
  /** Of all roots. */
  readonly leftOut: number;
}

interface Draft {
  readonly step: Step;
  readonly children: Draft[];
}

/** @returns null when the invocation is not known (any more) */
export function traceOf(tracks: Tracks, invocationId: string): Trace | null {
  const picked = tracks.invocations.get(invocationId);
  if (picked === undefined) return null;
  const told = new Set<string>();
  const drafts = rootsOf(tracks, picked).map((root) => draftRoot(tracks, root, told));
  // Causes that do not lead to it cannot be; a list that says so still shows what was picked.
  if (!told.has(invocationId)) drafts.push(draftRoot(tracks, picked, told));
  const budget = { left: SHOWN_STEPS };
  const path = pathTo(drafts, picked);
  const { nodes, leftOut } = show(drafts, budget, path);
  return { roots: nodes, leftOut };
}

type Root = Invocation | Message;

/** The first causes of an invocation, that of its oldest message first. */
function rootsOf(tracks: Tracks, picked: Invocation): Root[] {
  const roots = new Set<Root>();
  const seen = new Set<Invocation>([picked]);
  const todo = [picked];
  for (let invocation = todo.pop(); invocation !== undefined; invocation = todo.pop()) {
    const messages = invocation.messages.flatMap((id) => tracks.messages.byId.get(id) ?? []);
    const follow = (causedBy: string | null, self: Root) => {
      const cause = causedBy === null ? undefined : tracks.invocations.get(causedBy);
      if (cause === undefined) {
        roots.add(self);
      } else if (!seen.has(cause)) {
        seen.add(cause);
        todo.push(cause);
      }
    };
    if (messages.length === 0) follow(invocation.calledBy, invocation);
    for (const message of messages) follow(message.causedBy, message);
  }
  const atMs = (root: Root) => ('messageId' in root ? root.atMs : root.acceptedAtMs);
  return [...roots].sort((a, b) => atMs(a) - atMs(b));
}

function draftRoot(tracks: Tracks, root: Root, told: Set<string>): Draft {
  if (!('messageId' in root)) {
    // An event whose messages are forgotten was no request, and what a function called came from no reader.
    const isHttp = root.messages.length === 0 && root.calledBy === null;
    const step: Step = isHttp ? { kind: 'http', invocation: root } : { kind: 'forgotten' };
    return { step, children: [draftInvocation(tracks, root, null, told)] };
  }
  const draft = draftMessage(tracks, root, told);
  if (root.causedBy === null) return draft;
  return { step: { kind: 'forgotten' }, children: [draft] };
}

function draftMessage(tracks: Tracks, message: Message, told: Set<string>): Draft {
  const children = message.deliveries.map((delivery): Draft => {
    const invocation = tracks.invocations.get(delivery.invocationId);
    if (invocation === undefined) return { step: { kind: 'forgotten' }, children: [] };
    return draftInvocation(tracks, invocation, delivery, told);
  });
  return { step: { kind: 'message', message }, children };
}

function draftInvocation(
  tracks: Tracks,
  invocation: Invocation,
  delivery: Delivery | null,
  told: Set<string>,
): Draft {
  const isAgain = told.has(invocation.invocationId);
  told.add(invocation.invocationId);
  const step: Step = { kind: 'invocation', invocation, delivery, isAgain };
  if (isAgain) return { step, children: [] };
  const messages = invocation.sent.flatMap((id) => tracks.messages.byId.get(id) ?? []);
  const children: Draft[] = [];
  const asides = asidesOf(tracks, invocation, told);
  // A write comes before the messages that tell of it.
  for (const message of messages) {
    for (let aside = asides[0]; aside && aside.atMs <= message.atMs; aside = asides[0]) {
      children.push(aside.draft());
      asides.shift();
    }
    children.push(draftMessage(tracks, message, told));
  }
  for (const { draft } of asides) children.push(draft());
  return { step, children };
}

interface Aside {
  readonly atMs: number;
  /** When its turn comes: what was told before it is only named in it. */
  readonly draft: () => Draft;
}

/** What it did besides sending messages, in order of time. A function that it called is told below the call. */
function asidesOf(tracks: Tracks, { writes, asked, called }: Invocation, told: Set<string>): Aside[] {
  const ended = new Set(asked.map(({ calledId }) => calledId));
  const below = (id: string | null) => {
    const invocation = id === null ? undefined : tracks.invocations.get(id);
    return invocation === undefined ? [] : [invocation];
  };
  const all: Aside[] = [
    ...writes.map((write) => ({
      atMs: write.atMs,
      draft: () => ({ step: { kind: 'write', write } as const, children: [] }),
    })),
    ...asked.map((one) => ({
      atMs: one.fromMs,
      draft: () => ({
        step: { kind: 'asked', asked: one } as const,
        children: below(one.calledId).map((each) => draftInvocation(tracks, each, null, told)),
      }),
    })),
    // Of a call that still waits, or of which only the number is kept, all that there is to see is what it set off.
    ...called
      .filter((id) => !ended.has(id))
      .flatMap(below)
      .map((each) => ({
        atMs: each.acceptedAtMs,
        draft: () => draftInvocation(tracks, each, null, told),
      })),
  ];
  return all.sort((one, other) => one.atMs - other.atMs);
}

/** The steps from a root to where `picked` is told in full: they are shown, however many there are. */
function pathTo(drafts: readonly Draft[], picked: Invocation): Set<Draft> {
  for (const draft of drafts) {
    const { step } = draft;
    if (step.kind === 'invocation' && step.invocation === picked && !step.isAgain) return new Set([draft]);
    const below = pathTo(draft.children, picked);
    if (below.size > 0) return below.add(draft);
  }
  return new Set();
}

function show(
  drafts: readonly Draft[],
  budget: { left: number },
  path: ReadonlySet<Draft>,
): { nodes: TraceNode[]; leftOut: number } {
  const nodes: TraceNode[] = [];
  let leftOut = 0;
  for (const draft of drafts) {
    if (budget.left <= 0 && !path.has(draft)) {
      leftOut += sizeOf(draft);
      continue;
    }
    budget.left -= 1;
    const { step } = draft;
    const below = show(draft.children, budget, path);
    const isTold = step.kind === 'invocation' && !step.isAgain;
    const notKept = isTold ? step.invocation.writesLeftOut + step.invocation.askedLeftOut : 0;
    nodes.push({ step, children: below.nodes, leftOut: below.leftOut + notKept });
  }
  return { nodes, leftOut };
}

function sizeOf(draft: Draft): number {
  let size = 1;
  for (const child of draft.children) size += sizeOf(child);
  return size;
}
