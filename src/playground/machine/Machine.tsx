/**
 * The Machinekamer: the platform in motion, live, paused, slowed or at any moment that was. Drawn from the recording of the
 * engine's entries and from nothing else. Timeline and table say the same to who reads: this picture is for who looks.
 *
 * `playback.ts` says which moment is shown, `floor-plan.ts` where things stand, `draw-*.ts` put them on the canvas with what
 * `sketch.ts` names, and `stage.ts` does so as long as something moves. `AtMoment.tsx` says in words and numbers what stood where.
 * Only `results/` imports this folder. Begin here.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Dialog } from '../../kit/Dialog.tsx';
import { tillEuro } from '../../till/index.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { createTill, type Till } from '../recording/bill-until.ts';
import type { Scene } from '../recording/scene.ts';
import type { Line } from '../recording/standing.ts';
import { AtMoment } from './AtMoment.tsx';
import { MomentControls } from './MomentControls.tsx';
import { createPlayback, type MachineModel, type Shown } from './playback.ts';
import { attachStage } from './stage.ts';
import { sceneText, sinceStart } from './words.ts';

interface Props {
  readonly model: MachineModel;
  /** Where there is no room for controls they are in the large view alone. */
  readonly isSmall?: boolean;
}

export function Machine({ model, isSmall = false }: Props) {
  const { current: recording } = model.recording.value;
  const by = choice.value;
  // Who empties everything looks at the new from its beginning.
  const playback = useMemo(() => createPlayback(model), [model, recording]);
  const till = useMemo(() => createTill(recording, by), [recording, by]);
  // Who runs something wants to see that, and not the moment that was looked back at.
  const isRunning = model.isRunning.value;
  useEffect(() => {
    if (isRunning && !playback.isPlaying()) playback.followLive();
  }, [isRunning]);
  const scene = useSignal<Scene | null>(null);
  const isLarge = useSignal(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const shown: Shown = { model, playback, till, scene };
  const enlarge = (
    <button
      type="button"
      class="quiet machine__enlarge"
      aria-haspopup="dialog"
      onClick={() => {
        isLarge.value = true;
        dialog.current?.showModal();
      }}
    >
      Groot
    </button>
  );
  return (
    <>
      <Told {...shown} />
      <Stage {...shown} isDrawn={!isLarge.value} />
      {isSmall ? enlarge : <MomentControls {...shown}>{enlarge}</MomentControls>}
      <Dialog
        dialog={dialog}
        title={`Machinekamer: ${model.title}`}
        isWholePage
        onClose={() => {
          isLarge.value = false;
        }}
      >
        {isLarge.value && (
          <div class="machine__whole">
            <Told {...shown} />
            <Stage {...shown} isDrawn />
            <MomentControls {...shown} />
            <AtMoment {...shown} />
          </div>
        )}
      </Dialog>
    </>
  );
}

/** @property isDrawn of two pictures of the same moment only the one that is looked at costs anything */
function Stage({ model, playback, till, scene, isDrawn }: Shown & { readonly isDrawn: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null || !isDrawn) return;
    const tell = (drawn: Scene) => {
      scene.value = drawn;
    };
    return attachStage(canvas.current, model, playback, { tell, amountOf: amountsBy(till) });
  }, [model, playback, till, scene, isDrawn]);
  return (
    <div class="machine__stage" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

/** A line is drawn many times, and reckoned once. */
function amountsBy(till: Till): (line: Line) => string {
  const known = new WeakMap<Line, string>();
  return (line) => {
    const amount = known.get(line) ?? tillEuro(till.usdOf(line.usage));
    known.set(line, amount);
    return amount;
  };
}

/** What there is to see in a sentence, and what it had cost by then. */
function Told({ model, playback, till, scene: { value: scene } }: Shown) {
  if (scene === null) return <p class="machine__told" />;
  const isLive = playback.mode.value.kind === 'live';
  const moment = sinceStart(scene.atMs, model.startedAtMs.value);
  return (
    <p class="machine__told">
      <span>
        {!isLive && <b>{moment} </b>}
        {sceneText(scene)}
      </span>
      <b class="machine__bill">
        <span class="visually-hidden">Tot dit moment: </span>
        {tillEuro(till.billAt(scene.atMs).usd)}
      </b>
    </p>
  );
}
