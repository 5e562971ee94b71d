/** What is told of a host once a reader asks for it, and of its end: a row a host, fetched then (`HostPanel.tsx`). */
import type { StartedWords } from './starter.ts';
import type { StartedKind } from './table.ts';
import { panelWords as tool } from './tool/tool-panel.ts';
import { panelWords as webcontainer } from './webcontainer/panel-words.ts';

export const panels = { webcontainer, tool } as const satisfies Readonly<Record<StartedKind, StartedWords>>;
