/** Calls from outside, with what a playground shows of its own: log, receipt and timeline. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Log } from '../playground/results/Log.tsx';
import { Receipt } from '../playground/results/Receipt.tsx';
import { Timeline } from '../playground/timeline/index.tsx';
import type { OutsideCalls } from './outside-calls.ts';

export function OutsidePanel({ calls }: { readonly calls: OutsideCalls }) {
  const timeline = useMemo(
    () => ({
      tracks: computed(() => ({ current: calls.ledger.value.current.tracks })),
      picked: calls.picked,
      nowMs: calls.nowMs,
      startedAtMs: calls.startedAtMs,
    }),
    [calls],
  );
  return (
    <section class="playground" aria-label="Aanroepen van buiten">
      <div class="playground__grid">
        <div class="playground__side">
          <div class="playground__receipt">
            <div class="receipt-shadow">
              <Receipt model={calls} />
            </div>
          </div>
        </div>
        <Log model={calls} />
        <Timeline model={timeline} />
      </div>
    </section>
  );
}
