/** Where the lanes of the month lie under each other, and where a moment lies across them. Pure. */
import type { ViewWindow } from './view-window.ts';

export interface Lane {
  readonly top: number;
  readonly bottom: number;
}

export interface LanePlan {
  readonly left: number;
  readonly right: number;
  readonly calls: Lane;
  readonly instances: Lane;
  readonly waits: Lane;
  readonly money: Lane;
  readonly axisY: number;
  /** All of the month, small: what is seen lies in a frame in it. */
  readonly whole: Lane;
}

const EDGE = 8;
const TITLE = 18;
const GAP = 10;
const AXIS = 22;
const WHOLE = 26;
/** What each lane gets of the height that is left. */
const SHARES = { calls: 0.24, instances: 0.44, waits: 0.15, money: 0.17 } as const;

export function lanePlan(width: number, height: number): LanePlan {
  const left = EDGE;
  const right = Math.max(left + 1, width - EDGE);
  const free = Math.max(60, height - 4 * TITLE - 3 * GAP - AXIS - WHOLE - GAP);
  let y = 0;
  const lane = (share: number): Lane => {
    const top = y + TITLE;
    const bottom = top + free * share;
    y = bottom + GAP;
    return { top, bottom };
  };
  const calls = lane(SHARES.calls);
  const instances = lane(SHARES.instances);
  const waits = lane(SHARES.waits);
  const money = lane(SHARES.money);
  const axisY = money.bottom + 4;
  const wholeTop = axisY + AXIS + GAP - 4;
  return {
    left,
    right,
    calls,
    instances,
    waits,
    money,
    axisY,
    whole: { top: wholeTop, bottom: wholeTop + WHOLE - 2 },
  };
}

export function xOf({ left, right }: LanePlan, { fromMs, toMs }: ViewWindow, atMs: number): number {
  return left + ((atMs - fromMs) / (toMs - fromMs)) * (right - left);
}

export function momentAt({ left, right }: LanePlan, { fromMs, toMs }: ViewWindow, x: number): number {
  const part = Math.min(1, Math.max(0, (x - left) / (right - left)));
  return fromMs + part * (toMs - fromMs);
}
