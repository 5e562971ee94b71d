/**
 * The page of the tool (`src/tool/`): the course's own playground for a folder on the reader's computer, which the tool serves and tells
 * of. It is made by itself (`build/tool/tool-page.ts`), and packed with the tool: nothing of it is in the site.
 *
 *     the tool ══ tool-line.ts ══▶ page-state.ts ─┬▶ followed-folder.ts ──▶ FolderPlayground.tsx, the course's playground
 *              ◀═══════════════════════════════════├▶ tool-node.ts, Node on this computer as one of its hosts
 *                                                  ╰▶ outside-calls.ts, what came of calls to the address for programs
 *
 * Nothing imports this room but that build. Begin at `page-state.ts`, then read `followed-folder.ts`.
 */
import { render } from 'preact';
import '../site/styles/index.css';
import '../site/styles/tool-page.css';
import { createPageState, keyOfPage } from './page-state.ts';
import { ToolPage } from './ToolPage.tsx';

/** See `tool/server/gate.ts`, of which a page would get Node's own parts along. */
const DESK_PATH = '/_functielab/';
const TOKEN_PARAMETER = 'functielab';
const TOKEN_HEADER = 'x-functielab';
const RETRY_MS = 2_000;

const state = createPageState({
  key: keyOfPage(TOKEN_PARAMETER),
  desk: DESK_PATH,
  header: TOKEN_HEADER,
  language: navigator.language.startsWith('en') ? 'en' : 'nl',
  fetch: (...asked) => fetch(...asked),
  pause: () => new Promise((resolve) => setTimeout(resolve, RETRY_MS)),
  nowMs: () => Date.now(),
  steadyMs: () => performance.now(),
});
// The address of another start, typed or pasted in this tab.
addEventListener('hashchange', () => location.reload());
void state.follow();
render(<ToolPage state={state} />, document.body);
