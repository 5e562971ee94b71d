/** Where everything stands on the picture: the door, a house a function with its row of vessels, and what lies beside them. */
import type { FunctionScene, Scene, Vessel } from '../recording/scene.ts';
import type { MachineModel } from './playback.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where one vessel stands: its middle, its brim and its bottom. */
export interface Stand {
  readonly x: number;
  readonly brimY: number;
  readonly bottomY: number;
  readonly width: number;
}

export interface House {
  readonly functionName: string;
  readonly isFedByQueue: boolean;
  /** Where its queue begins; the same as `x` when it has none. */
  readonly queueX: number;
  readonly x: number;
  readonly width: number;
  /** By place. */
  readonly stands: readonly Stand[];
}

export interface FloorPlan {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly streetY: number;
  readonly roofY: number;
  readonly pipeY: number;
  readonly floorY: number;
  /** Width of what is before the door; 0 when nobody calls from outside. */
  readonly doorX: number;
  readonly houses: readonly House[];
  readonly store: Box | null;
  readonly services: Box | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that is narrower has less room for words. In px. */
const NARROW_PX = 480;
const WIDE = { door: 124, queue: 92, side: 104, gap: 18 } as const;
const NARROW = { door: 70, queue: 46, side: 62, gap: 6 } as const;
const SIDE_OF_WIDTH = 0.2;
const NARROW_SIDE_OF_WIDTH = 0.28;
const MOST_SIDE_PX = 160;
/** Above the roofs: the way to a house that is not the first. */
const STREET_Y = 5;
const ROOF_Y = 14;
const PIPE_Y = 48;
const BRIM_Y = 66;
/** Thinner vessels go in more rows. */
const LEAST_CELL_PX = 8;
const MOST_CELL_PX = 42;
/** In a picture as large as the page they grow with their height, to this part of it. */
const CELL_OF_HEIGHT = 1 / 4;
/** A row that is nearly empty has room for a few of these. */
const ROOMY_CELL_PX = 26;
const MOST_ROWS = 3;
const ROW_GAP_PX = 12;
/** Under the floor: a line of paper. */
export const PAPER_PX = 18;

export function floorPlanOf(
  { functions, hasStore, hasServices }: MachineModel,
  scene: Scene,
  width: number,
  height: number,
): FloorPlan {
  const isNarrow = width < NARROW_PX;
  const room = isNarrow ? NARROW : WIDE;
  const floorY = height - 2 - PAPER_PX;
  const hasDoor = functions.some((one) => !one.isFedByQueue);
  const doorX = hasDoor ? room.door : 0;
  // Beside one house there is room for whole keys, and on a phone for the beginning of one.
  const part = isNarrow ? NARROW_SIDE_OF_WIDTH : SIDE_OF_WIDTH;
  const side = functions.length > 1 ? room.side : Math.min(Math.max(room.side, width * part), MOST_SIDE_PX);
  const sideX = hasStore || hasServices ? width - side : width;
  const each = (sideX - doorX) / functions.length;
  // Many houses in a small window stand close together.
  const gap = Math.min(room.gap, each / 6);
  const scenes = new Map(scene.functions.map((one) => [one.functionName, one]));
  const houses = functions.map(({ name, isFedByQueue }, at) => {
    const queueX = doorX + at * each + (at > 0 || !hasDoor ? gap : 0);
    const x = queueX + (isFedByQueue ? Math.min(room.queue, each / 3) : 0);
    const own = doorX + (at + 1) * each - gap - x;
    const stands = standsOf(scenes.get(name), x, own, floorY);
    return { functionName: name, isFedByQueue, queueX, x, width: own, stands };
  });
  const halfY = (floorY - ROOF_Y) / 2;
  const box = { x: sideX, width: side - 2 };
  const store = hasStore ? { ...box, y: ROOF_Y, height: hasServices ? halfY - 6 : halfY + 20 } : null;
  const services = hasServices
    ? { ...box, y: hasStore ? ROOF_Y + halfY + 6 : ROOF_Y + 24, height: halfY - 6 }
    : null;
  const heights = { height, streetY: STREET_Y, roofY: ROOF_Y, pipeY: PIPE_Y, floorY };
  return { width, isNarrow, ...heights, doorX, houses, store, services };
}

function standsOf(scene: FunctionScene | undefined, x: number, width: number, floorY: number): Stand[] {
  const places = scene?.places ?? 0;
  const left = Math.min(26, width / 3);
  const inside = width - left - Math.min(10, width / 6);
  let rows = 1;
  while (rows < MOST_ROWS && inside / Math.ceil(places / rows) < LEAST_CELL_PX) rows += 1;
  const perRow = Math.max(Math.min(4, Math.floor(inside / ROOMY_CELL_PX)), Math.ceil(places / rows), 1);
  const rowHeight = (floorY - 8 - BRIM_Y - (rows - 1) * ROW_GAP_PX) / rows;
  const cell = Math.min(Math.max(MOST_CELL_PX, rowHeight * CELL_OF_HEIGHT), inside / perRow);
  return Array.from({ length: places }, (_, place) => {
    const row = Math.floor(place / perRow);
    const brimY = BRIM_Y + row * (rowHeight + ROW_GAP_PX);
    return {
      x: x + left + (place % perRow) * cell + cell / 2,
      brimY,
      bottomY: brimY + rowHeight,
      width: Math.min(cell * 0.9, Math.max(3, cell * 0.66)),
    };
  });
}

/** From outside to a house: straight on to the first, over the roofs to another. */
export function wayTo({ pipeY, streetY, doorX, houses }: FloorPlan, house: House): Spot[] {
  const start = { x: 2, y: pipeY };
  if (house === houses[0] || doorX === 0) return [start];
  const [turnX, downX] = [doorX - 8, house.x - 6];
  return [
    start,
    { x: turnX, y: pipeY },
    { x: turnX, y: streetY },
    { x: downX, y: streetY },
    { x: downX, y: pipeY },
  ];
}

/** From one house to another whose function it calls: out by the roof, and along the street to its door. */
export function wayBetween({ roofY, streetY, pipeY }: FloorPlan, caller: House, called: House): Spot[] {
  const [outX, downX] = [caller.x + caller.width / 2, called.x - 6];
  return [
    { x: outX, y: roofY },
    { x: outX, y: streetY },
    { x: downX, y: streetY },
    { x: downX, y: pipeY },
  ];
}

/** How high what is in a vessel stands. */
export function surfaceOf({ brimY, bottomY }: Stand, { cold, worked, failed }: Vessel): number {
  return bottomY - (bottomY - brimY) * (cold + worked + failed);
}
