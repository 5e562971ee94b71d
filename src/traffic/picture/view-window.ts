/** Which moments fill the picture: from a whole month down to a few seconds. Pure. */

export interface ViewWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Closer than this nothing is told apart. */
export const LEAST_WIDTH_MS = 10_000;

/** The same width, within what there is. */
export function within({ fromMs, toMs }: ViewWindow, untilMs: number): ViewWindow {
  const widthMs = Math.min(untilMs, Math.max(Math.min(LEAST_WIDTH_MS, untilMs), toMs - fromMs));
  const first = Math.min(Math.max(0, fromMs), untilMs - widthMs);
  return { fromMs: first, toMs: first + widthMs };
}

/** @param factor below 1 is closer @param atMs stays where it is on the screen */
export function zoomed(view: ViewWindow, factor: number, atMs: number, untilMs: number): ViewWindow {
  const widthMs = (view.toMs - view.fromMs) * factor;
  const most = Math.min(untilMs, Math.max(Math.min(LEAST_WIDTH_MS, untilMs), widthMs));
  const part = (atMs - view.fromMs) / (view.toMs - view.fromMs);
  const fromMs = atMs - part * most;
  return within({ fromMs, toMs: fromMs + most }, untilMs);
}

export function moved({ fromMs, toMs }: ViewWindow, byMs: number, untilMs: number): ViewWindow {
  return within({ fromMs: fromMs + byMs, toMs: toMs + byMs }, untilMs);
}

/** As wide as asked, with a moment in its middle. */
export function around(atMs: number, widthMs: number, untilMs: number): ViewWindow {
  return within({ fromMs: atMs - widthMs / 2, toMs: atMs + widthMs / 2 }, untilMs);
}
