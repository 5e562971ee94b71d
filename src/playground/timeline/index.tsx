/**
 * The timeline and the trace of one playground, fetched when it shows them. Both are views of the ledger, and share with
 * log and receipt which invocation is picked. Results and the page of the tool import them; begin at `Timeline.tsx`.
 *
 *     Entry ─▶ entries/tracks.ts ─┬─▶ Timeline.tsx   view.ts, window.ts: where the reader looks
 *              lanes, messages    │     picture/Picture.tsx ─▶ live-canvas.ts ─▶ layout.ts, bars.ts ─▶ paint.ts
 *                                 │     Controls.tsx, AsTable.tsx
 *                                 └─▶ Trace.tsx   ◀─ causes.ts
 *
 * What knows no page is driven by unit tests; `live-canvas.ts` and the components by a browser.
 */
export { Timeline } from './Timeline.tsx';
export { Trace } from './Trace.tsx';
export type { TimelineModel } from './view.ts';
