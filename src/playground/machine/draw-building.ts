/** Draws what stands: the door, houses, pipes, vessels with what is in them, and queues. */
import { decimal } from '../../kit/numbers.ts';
import type { FunctionScene, QueueScene, Vessel } from '../recording/scene.ts';
import { type Line, RECENT_MS } from '../recording/standing.ts';
import { drawServices, drawStore } from './draw-beside.ts';
import { type House, PAPER_PX, type Stand, surfaceOf, wayTo } from './floor-plan.ts';
import { type Sketch, TEXT_PX, write, writeFitting } from './sketch.ts';

/** More of a kind than this are told by their number alone. */
const DRAWN_MESSAGES = 6;
const RING_PX = 9;
const ROOM_FOR_WORDS_PX = 150;

export function drawBuilding(sketch: Sketch): void {
  const { context, plan, scene } = sketch;
  context.textBaseline = 'alphabetic';
  drawDoor(sketch);
  const scenes = new Map(scene.functions.map((one) => [one.functionName, one]));
  for (const house of plan.houses) {
    const of = scenes.get(house.functionName);
    drawHouse(sketch, house, of);
    if (of?.lastLine) drawLine(sketch, house, of.lastLine);
    const queues = scene.queues.filter(({ functionName }) => functionName === house.functionName);
    if (house.isFedByQueue) drawQueue(sketch, house, queues);
  }
  drawStore(sketch);
  drawServices(sketch);
}

/** Who calls from outside: what was refused lies before the door, and what was answered is counted there. */
function drawDoor(sketch: Sketch): void {
  const { context, palette, plan, scene } = sketch;
  if (plan.doorX === 0) return;
  const fromOutside = scene.functions.filter(
    ({ functionName }) => !plan.houses.find((house) => house.functionName === functionName)?.isFedByQueue,
  );
  const sum = (of: (one: FunctionScene) => number) => fromOutside.reduce((all, one) => all + of(one), 0);
  context.strokeStyle = palette.idle;
  context.lineWidth = 1.2;
  context.setLineDash([2, 4]);
  context.beginPath();
  for (const house of plan.houses.filter((one) => !one.isFedByQueue)) {
    const [start, ...way] = [...wayTo(plan, house), { x: house.x, y: plan.pipeY }];
    if (start !== undefined) context.moveTo(start.x, start.y);
    for (const { x, y } of way) context.lineTo(x, y);
  }
  context.stroke();
  context.setLineDash([]);
  const widest = plan.doorX - 10;
  // What another function called came over the roofs, and not by this door.
  const good = sum(({ ended, failed, inner }) => ended - failed - (inner.ended - inner.failed));
  const failed = sum((one) => one.failed - one.inner.failed);
  const refused = sum((one) => one.refused - one.inner.refused);
  let y = plan.pipeY + 24;
  if (good > 0) {
    write(sketch, `${good} gelukt`, 2, y, { isStrong: true, colour: palette.brand, widest });
    y += 18;
  }
  if (failed > 0) {
    write(sketch, `${failed} mislukt`, 2, y, { isStrong: true, colour: palette.bad, widest });
    y += 18;
  }
  if (refused === 0) return;
  write(sketch, `${refused} × 429`, 2, y, { isStrong: true, colour: palette.bad, widest });
  const perRow = Math.max(1, Math.floor(widest / RING_PX));
  const rows = Math.max(0, Math.floor((plan.floorY - y - 6) / RING_PX));
  const flying = scene.onTheirWay.filter(
    ({ kind, calledBy }) => kind === 'refused' && calledBy === null,
  ).length;
  const lying = Math.min(Math.max(0, refused - flying), perRow * rows);
  context.strokeStyle = palette.bad;
  context.lineWidth = 1.2;
  context.beginPath();
  for (let at = 0; at < lying; at++) {
    const x = 6 + (at % perRow) * RING_PX;
    const ringY = y + 10 + Math.floor(at / perRow) * RING_PX;
    context.moveTo(x + 3, ringY);
    context.arc(x, ringY, 3, 0, 2 * Math.PI);
  }
  context.stroke();
}

function drawHouse(sketch: Sketch, house: House, scene: FunctionScene | undefined): void {
  const { context, palette, plan } = sketch;
  const { x, width, stands } = house;
  context.fillStyle = palette.card;
  context.fillRect(x, plan.roofY, width, plan.floorY - plan.roofY);
  context.fillStyle = palette.ink;
  context.fillRect(x - 4, plan.roofY - 3, width + 8, 3);
  context.strokeStyle = palette.line;
  context.lineWidth = 1.5;
  context.strokeRect(x, plan.roofY, width, plan.floorY - plan.roofY);
  // The door, open to where one comes in.
  context.fillStyle = palette.brand;
  context.fillRect(x - 2, plan.pipeY - 9, 4, 18);
  const limit = scene?.concurrencyLimit ?? null;
  const open = (scene?.working ?? 0) + (scene?.waiting ?? 0);
  const busy = limit === null ? '' : `${open} van ${limit} tegelijk`;
  context.font = `400 ${TEXT_PX}px ${palette.text}`;
  const busyWidth = context.measureText(busy).width;
  const isRoomy = width > busyWidth + 130;
  const widest = width - 16 - (isRoomy ? busyWidth + 12 : 0);
  write(sketch, house.functionName, x + 8, plan.roofY + 17, { isStrong: true, colour: palette.ink, widest });
  if (isRoomy) write(sketch, busy, x + width - busyWidth - 8, plan.roofY + 17);
  drawPipes(sketch, house);
  const vessels = scene?.vessels ?? [];
  for (const vessel of vessels) {
    const stand = stands[vessel.place];
    if (stand !== undefined) drawVessel(sketch, stand, vessel);
  }
  if (vessels.length === 0 && width > ROOM_FOR_WORDS_PX) {
    const text = (scene?.ended ?? 0) > 0 ? 'Alles is weer weg.' : 'Hier draait nog niets.';
    write(sketch, text, x + 12, (plan.pipeY + plan.floorY) / 2 + 8, { widest: width - 20 });
  }
}

/** The receipt prints a line as an invocation ends: it comes out of a slot in the floor, and stays until the next. */
function drawLine(sketch: Sketch, { x, width }: House, line: Line): void {
  const { context, palette, plan, scene, isCalm } = sketch;
  const amount = sketch.amountOf(line);
  context.font = `400 ${TEXT_PX}px ${palette.figures}`;
  const paperWidth = context.measureText(amount).width + 12;
  if (paperWidth + 16 > width) return;
  const out = isCalm ? 1 : Math.min(1, Math.max(0, scene.atMs - line.atMs) / (RECENT_MS / 2));
  const [left, slotY] = [x + 8, plan.floorY];
  context.save();
  context.beginPath();
  context.rect(left, slotY, paperWidth, PAPER_PX);
  context.clip();
  const top = slotY - PAPER_PX * (1 - out);
  context.fillStyle = palette.paper;
  context.fillRect(left, top, paperWidth, PAPER_PX);
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top - 1, paperWidth - 1, PAPER_PX);
  write(sketch, amount, left + 6, top + 13, { colour: palette.paperInk, family: palette.figures });
  context.restore();
  context.fillStyle = palette.ink;
  context.fillRect(left - 4, slotY - 2, paperWidth + 8, 4);
}

function drawPipes({ context, palette, plan }: Sketch, { x, stands }: House): void {
  const last = stands.at(-1);
  if (last === undefined) return;
  const farthest = Math.max(...stands.map((stand) => stand.x));
  context.strokeStyle = palette.idle;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x + 2, plan.pipeY);
  context.lineTo(farthest, plan.pipeY);
  for (const stand of stands) {
    context.moveTo(stand.x, plan.pipeY);
    context.lineTo(stand.x, stand.brimY - 4);
  }
  context.stroke();
}

function drawVessel({ context, palette, hatching }: Sketch, stand: Stand, vessel: Vessel): void {
  const { x, brimY, bottomY, width } = stand;
  const left = x - width / 2;
  const round = Math.min(7, width / 2.2);
  const outline = () => {
    context.beginPath();
    context.roundRect(left, brimY, width, bottomY - brimY, [0, 0, round, round]);
  };
  context.save();
  outline();
  context.fillStyle = palette.sunk;
  context.fill();
  context.clip();
  const fullHeight = bottomY - brimY;
  let y = bottomY;
  const pour = (part: number, style: string | CanvasPattern) => {
    if (part <= 0) return;
    // What is there at all can be seen.
    const height = Math.max(2, part * fullHeight);
    y -= height;
    context.fillStyle = style;
    context.fillRect(left, y, width, height);
  };
  if (vessel.cold > 0) {
    pour(vessel.cold, palette.coldWash);
    y = bottomY;
    pour(vessel.cold, hatching);
  }
  pour(vessel.worked, palette.warm);
  pour(vessel.failed, palette.bad);
  context.restore();
  outline();
  context.strokeStyle = vessel.phase === 'idle' ? palette.soft : palette.ink;
  context.lineWidth = vessel.phase === 'idle' ? 1 : 1.5;
  context.stroke();
  if (vessel.waited === null) return;
  const surface = surfaceOf(stand, vessel);
  const capY = surface - (surface - brimY) * vessel.waited;
  context.strokeStyle = palette.idle;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, surface);
  context.lineTo(x, capY);
  context.moveTo(x - width * 0.3, capY);
  context.lineTo(x + width * 0.3, capY);
  context.stroke();
}

function drawQueue(sketch: Sketch, house: House, queues: readonly QueueScene[]): void {
  const { context, palette, plan, scene } = sketch;
  const { queueX, x } = house;
  const widest = x - queueX - 8;
  context.strokeStyle = palette.idle;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(queueX, plan.pipeY - 8);
  context.lineTo(x - 3, plan.pipeY - 8);
  context.moveTo(queueX, plan.pipeY + 8);
  context.lineTo(x - 3, plan.pipeY + 8);
  context.stroke();
  const sum = (of: (one: QueueScene) => number) => queues.reduce((all, one) => all + of(one), 0);
  const waiting = sum((one) => one.waiting);
  const again = sum((one) => one.again);
  const dead = sum((one) => one.dead);
  const labels = [`Wachtrij: ${waiting}`, `Rij: ${waiting}`, `${waiting}`] as const;
  writeFitting(sketch, labels, queueX, plan.pipeY - 16, { isStrong: true, colour: palette.ink, widest });
  const drawn = Math.min(waiting, DRAWN_MESSAGES, Math.floor(widest / 13));
  context.lineWidth = 1.5;
  for (let at = 0; at < drawn; at++) {
    context.strokeStyle = at >= drawn - again ? palette.warm : palette.ink;
    context.strokeRect(x - 16 - at * 13, plan.pipeY - 4.5, 9, 9);
  }
  let y = plan.pipeY + 28;
  if (again > 0) {
    const nextMs = Math.min(...queues.map(({ nextAttemptMs }) => nextAttemptMs ?? Number.POSITIVE_INFINITY));
    const waitS = Math.max(0, nextMs - scene.atMs) / 1_000;
    const as = { isStrong: true, colour: palette.warm, widest };
    writeFitting(sketch, [`${again} opnieuw`, `${again} ×`], queueX, y, as);
    const wait = `${decimal(waitS, 1)} s`;
    if (waitS > 0) writeFitting(sketch, [`over ${wait}`, wait], queueX, y + 15, { widest });
    y += waitS > 0 ? 36 : 20;
  }
  if (dead === 0) return;
  const words = [`${dead} mislukt`, `${dead} mis`, `${dead}`] as const;
  writeFitting(sketch, words, queueX, y, { isStrong: true, colour: palette.bad, widest });
}
