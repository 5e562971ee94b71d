/** The Machinekamer of one playground. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Machine } from '../machine/Machine.tsx';
import type { MachineModel } from '../machine/playback.ts';
import type { Playground } from '../model/playground.ts';

function machineOf({ ledger, nowMs, startedAtMs, isRunning, sample }: Playground): MachineModel {
  const uses = (...names: readonly string[]) =>
    sample.functions.some(({ grants }) => grants.some((grant) => names.includes(grant)));
  return {
    title: sample.title,
    recording: computed(() => ({ current: ledger.value.current.recording })),
    nowMs,
    startedAtMs,
    isRunning,
    functions: sample.functions.map(({ name, trigger }) => ({ name, isFedByQueue: trigger.type !== 'http' })),
    hasStore: uses('kv', 'bucket') || sample.functions.some(({ trigger }) => trigger.type === 'upload'),
    hasServices: sample.services.length > 0,
  };
}

interface Props {
  readonly model: Playground;
  readonly isSmall?: boolean;
}

export function LabMachine({ model, isSmall = false }: Props) {
  const machine = useMemo(() => machineOf(model), [model]);
  return <Machine model={machine} isSmall={isSmall} />;
}
