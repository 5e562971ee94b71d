/**
 * The timeline and the trace of one playground, fetched when it shows them. Both are views of the engine's one list
 * of entries, and share with log and receipt which invocation is picked.
 *
 *     Entry ─▶ tracks.ts ─┬─▶ Timeline.tsx   view.ts, window.ts: where the reader looks
 *        lanes, messages  │     Picture.tsx ─▶ live-canvas.ts ─▶ layout.ts, bars.ts ─▶ paint.ts
 *                         │     Controls.tsx, AsTable.tsx
 *                         └─▶ Trace.tsx   ◀─ causes.ts
 *
 * What knows no page is driven by unit tests; `live-canvas.ts`, `palette.ts` and the components by a browser.
 */
export { Timeline } from './Timeline.tsx';
export { Trace } from './Trace.tsx';
export type { TimelineModel } from './view.ts';
