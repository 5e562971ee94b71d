/** Draws what is on its way or stands for a moment: requests, messages, answers, refusals. One path a colour, however many. */
import type { OnItsWay } from '../recording/scene.ts';
import {
  type FloorPlan,
  type House,
  type Spot,
  type Stand,
  surfaceOf,
  wayBetween,
  wayTo,
} from './floor-plan.ts';
import type { Sketch } from './sketch.ts';

const DOT_PX = 3.6;

/** Spots of one look, drawn together. */
interface Crowds {
  readonly arriving: Spot[];
  readonly messages: Spot[];
  readonly good: Spot[];
  readonly bad: Spot[];
  readonly refused: Spot[];
}

export function drawMovers(sketch: Sketch): void {
  const { context, palette, plan, scene, isCalm } = sketch;
  const crowds: Crowds = { arriving: [], messages: [], good: [], bad: [], refused: [] };
  const houses = new Map(plan.houses.map((house) => [house.functionName, house]));
  const flying = new Map<Stand, number>();
  if (!isCalm) {
    for (const [at, mover] of scene.onTheirWay.entries()) {
      const house = houses.get(mover.functionName) ?? plan.houses[0];
      if (house === undefined) continue;
      const stand = mover.place === null ? undefined : house.stands[mover.place];
      place(crowds, sketch, mover, house, stand, at);
      if (mover.kind === 'accepted' && stand !== undefined) {
        flying.set(stand, (flying.get(stand) ?? 0) + 1);
      }
    }
  }
  addThoseThere(crowds, sketch, flying);
  context.lineWidth = 1.6;
  fillDots(context, crowds.good, palette.brand);
  fillDots(context, crowds.bad, palette.bad);
  strokeRings(context, crowds.refused, palette.bad);
  fillSquares(context, crowds.messages, palette.ink);
  fillDots(context, crowds.arriving, palette.ink, palette.card);
}

/** Calls that wait at the brim of an instance that starts, or float on what it has worked. */
function addThoseThere(
  { arriving }: Crowds,
  { plan, scene }: Sketch,
  flying: ReadonlyMap<Stand, number>,
): void {
  for (const { functionName, vessels } of scene.functions) {
    const house = plan.houses.find((one) => one.functionName === functionName);
    for (const vessel of vessels) {
      const stand = house?.stands[vessel.place];
      if (stand === undefined) continue;
      const there = vessel.waiting + vessel.working - (flying.get(stand) ?? 0);
      if (there <= 0) continue;
      arriving.push({ x: stand.x, y: vessel.working > 0 ? surfaceOf(stand, vessel) : stand.brimY - 1 });
    }
  }
}

function place(
  crowds: Crowds,
  { plan }: Sketch,
  mover: OnItsWay,
  house: House,
  stand: Stand | undefined,
  at: number,
): void {
  const { share, kind, isGood, isMessage } = mover;
  const { pipeY } = plan;
  const caller = plan.houses.find((one) => one.functionName === mover.calledBy);
  const from = isMessage
    ? [{ x: house.queueX + 4, y: pipeY }]
    : caller === undefined
      ? wayTo(plan, house)
      : wayBetween(plan, caller, house);
  const right = { x: house.x + house.width, y: pipeY + 30 };
  switch (kind) {
    case 'accepted':
      if (stand !== undefined)
        (isMessage ? crowds.messages : crowds.arriving).push(onWay(wayIn(from, stand, pipeY), eased(share)));
      break;
    case 'ended': {
      if (stand === undefined) break;
      const out = isMessage ? [] : from;
      const way = wayIn(out, stand, pipeY).reverse();
      (isGood ? crowds.good : crowds.bad).push(onWay(way, eased(share)));
      break;
    }
    case 'refused':
      crowds.refused.push(
        caller === undefined
          ? bounce(plan, house, eased(share), at)
          : onWay([...from, ...[...from].reverse()], eased(share)),
      );
      break;
    case 'sent':
      crowds.messages.push(
        onWay(
          [
            { x: house.queueX + 8, y: 4 },
            { x: house.queueX + 8, y: pipeY },
          ],
          eased(share),
        ),
      );
      break;
    case 'returned':
      crowds.bad.push(
        onWay(
          [
            { x: house.x, y: pipeY + 40 },
            { x: house.queueX + 6, y: pipeY + 40 },
            { x: house.queueX + 6, y: pipeY },
          ],
          share,
        ),
      );
      break;
    case 'dead':
      crowds.bad.push(
        onWay(
          [
            { x: house.x, y: pipeY + 40 },
            { x: house.queueX + 6, y: plan.floorY - 20 },
          ],
          share,
        ),
      );
      break;
    case 'stored':
      if (plan.store !== null) {
        const to = { x: plan.store.x + 8, y: plan.store.y + plan.store.height / 2 };
        crowds.good.push(onWay([right, to], eased(share)));
      }
      break;
    case 'asked':
      if (plan.services !== null) {
        const from = { x: plan.services.x + 4, y: plan.services.y + plan.services.height / 2 };
        (isGood ? crowds.good : crowds.bad).push(onWay([from, right], eased(share)));
      }
      break;
    default:
  }
}

const wayIn = (from: readonly Spot[], { x, brimY }: Stand, pipeY: number): Spot[] => [
  ...from,
  { x, y: pipeY },
  { x, y: brimY - 2 },
];

/** Slower at both ends, as what is pushed and then stopped. */
const eased = (share: number) => share * share * (3 - 2 * share);

/** From the door back to where refusals lie, each on an arc of its own. */
function bounce({ pipeY, doorX, floorY }: FloorPlan, house: House, share: number, at: number): Spot {
  const from = doorX === 0 ? house.x : doorX - 4;
  const spread = ((at * 37) % 101) / 101;
  const [toX, toY] = [
    6 + spread * Math.max(0, from - 20),
    pipeY + 50 + spread * Math.max(0, floorY - pipeY - 70),
  ];
  const hop = Math.sin(share * Math.PI) * 14;
  return { x: from + (toX - from) * share, y: pipeY + (toY - pipeY) * share - hop };
}

function onWay(way: readonly Spot[], share: number): Spot {
  const lengths = way.slice(1).map((spot, at) => {
    const before = way[at] ?? spot;
    return Math.hypot(spot.x - before.x, spot.y - before.y);
  });
  let left = lengths.reduce((sum, one) => sum + one, 0) * share;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [way[at], way[at + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}

type Context = CanvasRenderingContext2D;

function dots(context: Context, spots: readonly Spot[]): void {
  context.beginPath();
  for (const { x, y } of spots) {
    context.moveTo(x + DOT_PX, y);
    context.arc(x, y, DOT_PX, 0, 2 * Math.PI);
  }
}

function fillDots(context: Context, spots: readonly Spot[], colour: string, edge?: string): void {
  if (spots.length === 0) return;
  dots(context, spots);
  context.fillStyle = colour;
  context.fill();
  if (edge === undefined) return;
  // On orange as on white it can be told from what it lies on.
  context.strokeStyle = edge;
  context.stroke();
}

function strokeRings(context: Context, spots: readonly Spot[], colour: string): void {
  if (spots.length === 0) return;
  dots(context, spots);
  context.strokeStyle = colour;
  context.stroke();
}

function fillSquares(context: Context, spots: readonly Spot[], colour: string): void {
  if (spots.length === 0) return;
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y } of spots) context.rect(x - 4, y - 4, 8, 8);
  context.fill();
}
