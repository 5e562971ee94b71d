/** Work that is done at most once a frame, however often it is asked for. */
export interface OnFrame {
  /** With the next frame; a page that is hidden has none, and then before long anyhow. */
  soon(): void;
  /** At once, if it was asked for. */
  now(): void;
}

/** A hidden page gets no frames, and still has to know what happened when it is looked at again. */
const HIDDEN_WAIT_MS = 200;

export function onFrame(work: () => void): OnFrame {
  let cancel: (() => void) | null = null;

  function now(): void {
    if (cancel === null) return;
    cancel();
    cancel = null;
    work();
  }

  return {
    now,
    soon() {
      if (cancel !== null) return;
      const timer = setTimeout(now, HIDDEN_WAIT_MS);
      const frame = typeof requestAnimationFrame === 'function' ? requestAnimationFrame(now) : null;
      cancel = () => {
        clearTimeout(timer);
        if (frame !== null) cancelAnimationFrame(frame);
      };
    },
  };
}
