/** Draws what lies beside the houses: the store and the outside world. */
import { bytesInWords } from '../../kit/numbers.ts';
import { type Sketch, write } from './sketch.ts';

export function drawStore(sketch: Sketch): void {
  const { context, palette, plan, scene } = sketch;
  if (plan.store === null) return;
  const { x, y, width, height } = plan.store;
  const widest = width - 12;
  context.strokeStyle = palette.soft;
  context.lineWidth = 1.5;
  context.strokeRect(x, y, width - 2, height);
  write(sketch, 'Opslag', x + 6, y + 16, { isStrong: true, colour: palette.ink, widest });
  const size = bytesInWords(scene.stored.reduce((sum, one) => sum + one.bytes, 0));
  const total =
    scene.stored.length === 0 ? 'leeg' : plan.isNarrow ? size : `${size} in ${scene.stored.length}`;
  write(sketch, total, x + 6, y + 31, { widest });
  // The newest, each with its key and its version, or how often a file was written.
  const rows = Math.max(0, Math.floor((height - 38) / 15));
  for (const [at, { key, writes, version }] of scene.stored.slice(-rows).entries()) {
    if (rows === 0) break;
    const rowY = y + 48 + at * 15;
    context.fillStyle = palette.brand;
    context.fillRect(x + 6, rowY - 9, 3, 10);
    const full = version !== null ? ` v${version}` : writes > 1 ? ` ${writes}×` : '';
    // Where a key is cut off, what there is of it says more.
    const isCut = context.measureText(key + full).width > widest - 8;
    const edition = plan.isNarrow && isCut ? '' : full;
    const editionWidth = context.measureText(edition).width;
    const keyWidth = Math.min(widest - 8 - editionWidth, context.measureText(key).width);
    write(sketch, key, x + 13, rowY, { widest: keyWidth });
    write(sketch, edition, x + 13 + keyWidth, rowY);
  }
}

export function drawServices(sketch: Sketch): void {
  const { context, palette, plan, scene } = sketch;
  if (plan.services === null) return;
  const { x, y, width, height } = plan.services;
  const widest = width - 12;
  context.strokeStyle = palette.soft;
  context.lineWidth = 1.2;
  context.setLineDash([4, 4]);
  context.strokeRect(x, y, width - 2, height);
  context.setLineDash([]);
  const title = plan.isNarrow ? 'Buiten' : 'Buitenwereld';
  write(sketch, title, x + 6, y + 16, { isStrong: true, colour: palette.ink, widest });
  const rows = Math.max(0, Math.floor((height - 22) / 30));
  for (const [at, { host, calls, failed }] of scene.services.slice(-rows).entries()) {
    if (rows === 0) break;
    write(sketch, host, x + 6, y + 33 + at * 30, { widest });
    const text = failed > 0 ? `${calls}×, ${failed} mis` : `${calls}×`;
    write(sketch, text, x + 6, y + 47 + at * 30, { colour: failed > 0 ? palette.bad : palette.soft, widest });
  }
}
