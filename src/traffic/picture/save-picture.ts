/** The two pictures of a side as one image, in the colours that the page has now. */
import { lookOf } from '../../kit/canvas/palette.ts';
import { saveFile } from '../../kit/save-file.ts';
import { findStory } from '../stories.ts';
import type { SideName, TrafficModel } from '../traffic-model.ts';
import { write } from './brush.ts';
import { drawLanes } from './draw-lanes.ts';
import { drawMachine } from './draw-machine.ts';
import { machineShown, monthShown } from './shown-side.ts';
import { momentInWords } from './time-marks.ts';

const WIDTH = 1_200;
const MARGIN = 24;
const TITLE = 64;
const MACHINE = 260;
const LANES = 460;
/** Sharp on paper too. */
const SCALE = 2;

export async function savePicture(
  model: TrafficModel,
  name: SideName,
  serversUsd: number | null,
  fileName: string,
): Promise<void> {
  const place = document.querySelector<HTMLElement>('.traffic__machine') ?? document.body;
  const canvas = document.createElement('canvas');
  const height = TITLE + MACHINE + LANES + 2 * MARGIN;
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const look = lookOf(context, place);
  const width = WIDTH - 2 * MARGIN;
  context.scale(SCALE, SCALE);
  context.fillStyle = look.palette.sunk;
  context.fillRect(0, 0, WIDTH, height);
  context.translate(MARGIN, MARGIN);
  const brush = { context, width, height: MACHINE, ...look };
  const title = findStory(model.storyId.peek())?.title ?? '';
  write(brush, `Functielab: ${title}`, 8, 20, { isStrong: true, size: 20, colour: look.palette.ink });
  write(brush, momentInWords(model.shownMs(name), 1_000), 8, 42, { size: 14 });
  context.translate(0, TITLE);
  const machine = machineShown(model, name, serversUsd);
  if (machine !== null) drawMachine(brush, machine);
  context.translate(0, MACHINE);
  drawLanes({ ...brush, height: LANES }, monthShown(model, name, { width, height: LANES }, serversUsd));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob !== null) saveFile(fileName, blob, 'image/png');
}
