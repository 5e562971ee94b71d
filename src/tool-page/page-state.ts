/** All that the page of the tool knows: its line, the folder at the other end, and where functions can run. */
import { computed, signal } from '@preact/signals';
import { readTabText, writeTabText } from '../kit/tab-storage.ts';
import type { Starters } from '../playground/hosts/table.ts';
import type { FromTool, Language } from '../tool/lab/protocol.ts';
import { FollowedFolderModel } from './followed-folder.ts';
import { OutsideCallsModel } from './outside-calls.ts';
import { type LineState, ToolLine } from './tool-line.ts';
import { ToolNodeModel } from './tool-node.ts';
import { words } from './words.ts';

export interface PageStateParts {
  readonly key: string | null;
  readonly desk: string;
  readonly header: string;
  /** Until the tool has said which. */
  readonly language: Language;
  readonly fetch: typeof fetch;
  readonly pause: () => Promise<void>;
  /** On the wall, in ms since 1970. */
  readonly nowMs: () => number;
  /** A clock that never goes back. */
  readonly steadyMs: () => number;
}

export function createPageState(parts: PageStateParts) {
  const { nowMs, steadyMs, language, ...rest } = parts;
  const line = signal<LineState>('trying');
  const isOtherEnvironment = signal(false);
  /** What a line tells first of calls from outside is all that there was. */
  let isNewLine = true;
  const folder = new FollowedFolderModel(nowMs);
  const outside = new OutsideCallsModel(steadyMs);
  const wire = new ToolLine({ ...rest, onState, onMessage });
  const node = new ToolNodeModel({
    line,
    isEdited: computed(() => folder.changedHere.value.length > 0),
    isOtherEnvironment,
    send: (text) => wire.send(text),
  });

  function onState(next: LineState): void {
    if (next !== 'live') node.lineWent();
    line.value = next;
  }

  function onMessage(message: FromTool): void {
    if (message.type === 'host') node.heard(message.text);
    else if (message.type === 'entries') {
      outside.receive(message, isNewLine);
      isNewLine = false;
    } else {
      if (message.type === 'greeting') {
        isNewLine = true;
        outside.measuredIn(message.clockStepMs);
      }
      folder.receive(message);
    }
  }

  const now = computed(() => folder.greeting.value?.language ?? language);
  const hosts: Starters = { tool: node.starter };
  return {
    line,
    folder,
    outside,
    hosts,
    isOtherEnvironment,
    language: now,
    words: computed(() => words[now.value]),
    follow: () => wire.follow(),
  };
}

export type ToolPageState = ReturnType<typeof createPageState>;

const KEY = 'functielab:sleutel';

/**
 * The key comes in the fragment of the address, which no browser sends anywhere. It moves to this tab's own storage at once, so that
 * it stands in no address that somebody sees or copies.
 *
 * @param parameter of the fragment
 */
export function keyOfPage(parameter: string): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get(parameter);
  if (given === null) return readTabText(KEY);
  writeTabText(KEY, given);
  history.replaceState(null, '', location.pathname);
  return given;
}
