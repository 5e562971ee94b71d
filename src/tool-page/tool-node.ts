/**
 * The Node host of the tool, as a host of this page's playground. It starts what stands in the folder, by its version and the name of a
 * function: no code goes over the line. So while something else stands in the editor, it can't be chosen, and says why.
 */
import { batch, computed, createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { InstanceSpec } from '../contract/host.ts';
import { READY_LINE } from '../host/node/protocol.ts';
import { createLinkedHost, type HostLink } from '../host/webcontainer/linked-host.ts';
import { NodeLink } from '../host/webcontainer/node-link.ts';
import { readText, removeText, writeText } from '../kit/storage.ts';
import type { Starter, StartState } from '../playground/hosts/starter.ts';
import { versionOf } from '../tool/lab/protocol.ts';
import type { LineState } from './tool-line.ts';

const CHOICE_KEY = 'functielab:node-gekozen';

export interface ToolNodeParts {
  readonly line: ReadonlySignal<LineState>;
  /** Whether something in the editor is not as in the folder. */
  readonly isEdited: ReadonlySignal<boolean>;
  readonly isOtherEnvironment: ReadonlySignal<boolean>;
  readonly send: (text: string) => void;
}

export const ToolNodeModel = createModel((parts: ToolNodeParts) => {
  const state = signal<StartState>({ kind: 'off' });
  const isKept = signal(readText(CHOICE_KEY) !== null);
  const obstacle = computed(() => {
    if (parts.line.value !== 'live') return 'NOT_CONNECTED';
    if (parts.isEdited.value) return 'EDITED';
    return parts.isOtherEnvironment.value ? 'OTHER_ENVIRONMENT' : null;
  });
  let output: ReadableStreamDefaultController<string> | null = null;
  let link: NodeLink | null = null;
  let starts = 0;

  function keep(is: boolean): void {
    isKept.value = is;
    if (is) writeText(CHOICE_KEY, '1');
    else removeText(CHOICE_KEY);
  }

  async function start(): Promise<void> {
    if (state.peek().kind === 'booting' || state.peek().kind === 'ready') return;
    state.value = { kind: 'booting', stage: 'line' };
    starts += 1;
    const number = starts;
    try {
      const opened = await NodeLink.open({
        output: new ReadableStream<string>({
          start(controller) {
            output = controller;
            // The process at the other end began long ago.
            controller.enqueue(`${READY_LINE}\n`);
          },
        }),
        exit: new Promise(() => {}),
        write: parts.send,
        kill: () => {},
      });
      if (number !== starts) return opened.close();
      link = opened;
      const { clockStepMs } = opened;
      const createHost = createLinkedHost(byVersion(opened), 'folder');
      opened.onLost(() => {
        if (number === starts) state.value = { kind: 'failed', code: 'LOST', said: '' };
      });
      state.value = {
        kind: 'ready',
        number,
        container: null,
        placeFor: () => ({ createHost, clockStepMs }),
      };
    } catch {
      if (number === starts) state.value = { kind: 'failed', code: 'SILENT', said: '' };
    }
  }

  /** Another end of the line knows nothing of what ran at the one before. */
  function lineWent(): void {
    batch(() => {
      starts += 1;
      link?.close();
      link = null;
      output = null;
      state.value = { kind: 'off' };
    });
  }

  const starter: Starter = {
    state,
    obstacle,
    isNoticeRead: signal(true),
    isKept,
    keep,
    look: () => {},
    start,
    stopWaiting: lineWent,
    dismiss: () => {
      if (state.peek().kind === 'failed') state.value = { kind: 'off' };
    },
  };
  return {
    starter,
    lineWent,
    /** What the Node host at the other end said. */
    heard: (text: string) => output?.enqueue(text),
  };
});

/** The same line, on which a version is named and not sent. */
function byVersion(link: NodeLink): HostLink {
  return {
    get isLost() {
      return link.isLost;
    },
    join: (client) => link.join(client),
    start: (host, _, spec) => link.start(host, versionOf(spec.files), withoutCode(spec)),
    invoke: (host, instanceId, invocation) => link.invoke(host, instanceId, invocation),
    reply: (host, instanceId, callId, result) => link.reply(host, instanceId, callId, result),
    kill: (host, instanceId) => link.kill(host, instanceId),
    leave: (host) => link.leave(host),
    watch: (host, isNeeded) => link.watch(host, isNeeded),
  };
}

const withoutCode = (spec: InstanceSpec): InstanceSpec => ({ ...spec, files: [], env: {} });
