/**
 * What sets functions off besides a request: a file, the clock, a message. One part a trigger, each a group with its
 * own name.
 */
import type { Playground } from '../model/playground.ts';
import { Clock } from './Clock.tsx';
import { MessageForm } from './MessageForm.tsx';
import { Upload } from './Upload.tsx';

interface Props {
  readonly model: Playground;
  readonly isReady: boolean;
}

export function EventTriggers({ model, isReady }: Props) {
  const { uploadTo, hasTimer, hasQueue } = model.events;
  return (
    <fieldset class="events" disabled={!isReady}>
      {uploadTo.value.map((trigger) => (
        <Upload key={trigger.prefix} model={model} trigger={trigger} />
      ))}
      {hasTimer.value && <Clock model={model} />}
      {hasQueue.value && <MessageForm model={model} />}
    </fieldset>
  );
}
