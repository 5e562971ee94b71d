/** What a side of the page shows at this moment, for both of its pictures, the sentence above them and the file of the picture. */

import type { Stretch } from '../slice-store.ts';
import type { SideName, TrafficModel } from '../traffic-model.ts';
import { roughEuro } from './amounts.ts';
import type { MachineAt } from './draw-machine.ts';
import { lanePlan } from './lane-plan.ts';
import type { MonthShown } from './month-shown.ts';
import { spentAt } from './spent-at.ts';

/** The stretch at the moment that is shown: one slice of the finest that there are. */
export function stretchShown(model: TrafficModel, name: SideName): Stretch | null {
  const side = model.sides[name];
  void side.version.value;
  const atMs = model.shownMs(name);
  const slices = side.slicesFor(model.view.value);
  const isWithin = atMs >= slices.fromMs && atMs < slices.toMs;
  return (isWithin ? slices : side.slices()).stretch(atMs, atMs + 0.001);
}

export function limitOf(model: TrafficModel, name: SideName): number {
  // Of what ran, and not of what is being typed.
  const { scenario, version } = model.sides[name];
  void version.value;
  return scenario()?.concurrencyLimit ?? model[name].value?.concurrencyLimit ?? 1;
}

export function machineShown(
  model: TrafficModel,
  name: SideName,
  serversUsd: number | null,
): MachineAt | null {
  const stretch = stretchShown(model, name);
  if (stretch === null) return null;
  const side = model.sides[name];
  const atMs = model.shownMs(name);
  return {
    stretch,
    limit: limitOf(model, name),
    functions: roughEuro(spentAt(side.spentSoFar(), atMs)),
    servers: serversUsd === null ? null : roughEuro((serversUsd * atMs) / model.untilMs.value),
  };
}

export function monthShown(
  model: TrafficModel,
  name: SideName,
  size: { readonly width: number; readonly height: number },
  serversUsd: number | null,
): MonthShown {
  const side = model.sides[name];
  void side.version.value;
  const view = model.view.value;
  return {
    plan: lanePlan(size.width, size.height),
    view,
    untilMs: model.untilMs.value,
    atMs: model.shownMs(name),
    slices: side.slicesFor(view),
    limit: limitOf(model, name),
    ...side.spentSoFar(),
    serversUsd,
    amount: roughEuro,
    isStale: model.isStale(name),
  };
}
