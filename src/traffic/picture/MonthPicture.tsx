/**
 * The month of one set of settings, for who looks: the machine at the moment that is marked, and under it the month in lanes. A
 * sentence says what there is to see, and `SliceList.tsx` says it all in numbers.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { SideName, TrafficModel } from '../traffic-model.ts';
import { stretchInWords } from '../words.ts';
import { roughEuro } from './amounts.ts';
import { attachPicture } from './canvas-stage.ts';
import { drawLanes } from './draw-lanes.ts';
import { drawMachine } from './draw-machine.ts';
import { lanePlan, momentAt } from './lane-plan.ts';
import { machineShown, monthShown, stretchShown } from './shown-side.ts';
import { spentAt } from './spent-at.ts';
import { momentInWords } from './time-marks.ts';
import { around } from './view-window.ts';

interface Props {
  readonly model: TrafficModel;
  readonly name: SideName;
  /** Of all of the month. */
  readonly serversUsd: number | null;
}

/** A wheel that is turned with Ctrl, and fingers on a touch pad, which say the same. */
const WHEEL_ZOOM = 1.0015;
const DOUBLE_CLICK_ZOOM = 0.25;

export function MonthPicture({ model, name, serversUsd }: Props) {
  const machine = useRef<HTMLCanvasElement>(null);
  const lanes = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = machine.current;
    if (canvas === null) return;
    return attachPicture(canvas, (brush) => {
      const shown = machineShown(model, name, serversUsd);
      if (shown !== null) drawMachine(brush, shown);
    });
  }, [model, name, serversUsd]);
  useEffect(() => {
    const canvas = lanes.current;
    if (canvas === null) return;
    const detach = attachPicture(canvas, (brush) => {
      drawLanes(brush, monthShown(model, name, brush, serversUsd));
    });
    const release = followHand(canvas, model);
    return () => {
      detach();
      release();
    };
  }, [model, name, serversUsd]);
  return (
    <>
      <Told model={model} name={name} />
      <div class="machine__stage traffic__vessels" aria-hidden="true">
        <canvas ref={machine} />
      </div>
      <div class="machine__stage traffic__lanes" aria-hidden="true">
        <canvas ref={lanes} />
      </div>
    </>
  );
}

function Told({ model, name }: { readonly model: TrafficModel; readonly name: SideName }) {
  const atMs = model.shownMs(name);
  const stretch = stretchShown(model, name);
  const side = model.sides[name];
  const widthMs = stretch === null ? 0 : stretch.toMs - stretch.fromMs;
  return (
    <p class="machine__told">
      <span>
        <b>{momentInWords(atMs, widthMs)}.</b> {stretchInWords(stretch)}
      </span>
      <b class="machine__bill">
        <span class="visually-hidden">Tot dit moment: </span>
        {roughEuro(spentAt(side.spentSoFar(), atMs))}
      </b>
    </p>
  );
}

/** @returns lets go of it */
function followHand(canvas: HTMLCanvasElement, model: TrafficModel): () => void {
  let grip: 'moment' | 'window' | null = null;
  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    const plan = lanePlan(box.width, box.height);
    return { plan, x: clientX - box.left, isInWhole: clientY - box.top >= plan.whole.top - 4 };
  };
  const follow = (event: PointerEvent) => {
    const { plan, x } = placeOf(event);
    if (grip === 'moment') model.markMoment(momentAt(plan, model.view.peek(), x));
    if (grip !== 'window') return;
    const until = model.untilMs.peek();
    const { fromMs, toMs } = model.view.peek();
    const middle = momentAt(plan, { fromMs: 0, toMs: until }, x);
    model.look(around(middle, toMs - fromMs, until));
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    grip = placeOf(event).isInWhole ? 'window' : 'moment';
    canvas.setPointerCapture(event.pointerId);
    follow(event);
  };
  const onUp = () => {
    grip = null;
  };
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { plan, x } = placeOf(event);
    model.zoom(WHEEL_ZOOM ** event.deltaY, momentAt(plan, model.view.peek(), x));
  };
  const onDouble = (event: MouseEvent) => {
    const { plan, x, isInWhole } = placeOf(event);
    if (!isInWhole) model.zoom(DOUBLE_CLICK_ZOOM, momentAt(plan, model.view.peek(), x));
  };
  const ending = new AbortController();
  const { signal } = ending;
  canvas.addEventListener('pointerdown', onDown, { signal });
  canvas.addEventListener('pointermove', follow, { signal });
  canvas.addEventListener('pointerup', onUp, { signal });
  canvas.addEventListener('pointercancel', onUp, { signal });
  canvas.addEventListener('wheel', onWheel, { signal, passive: false });
  canvas.addEventListener('dblclick', onDouble, { signal });
  return () => ending.abort();
}
