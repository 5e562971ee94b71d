/**
 * A whole playground as a reader sees it: the code, what sets it off, where it runs, and what came of it.
 *
 *   view (*.tsx)  ──▶  model/playground.ts  ──▶  model/lab.ts: engine and sandbox, fetched before the first run
 *                            ▲
 *                            └── entries/ledger.ts, read from the engine's one list of entries
 *
 * What shows results is fetched with the engine (`results/lazy.ts`, `results/Results.tsx`): until then
 * `results/EmptyResults.tsx` stands in their places. A program that stays on is a playground of its own
 * (`ProgramPlayground.tsx`), and the front page has a small one (`CompactPlayground.tsx`).
 *
 * Models know no DOM and are driven by tests; views only show them.
 */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Sample } from '../course/sample.ts';
import { useKeptFocus } from '../kit/use-kept-focus.ts';
import { CodePanel } from './code/CodePanel.tsx';
import { ServicesPart } from './code/islands.tsx';
import { StorageNotice } from './code/StorageNotice.tsx';
import { Triggers } from './events/Triggers.tsx';
import { helpOfPlayground } from './help-for-code.ts';
import { HostChoice } from './hosts/HostChoice.tsx';
import { pageHosts } from './hosts/page-hosts.ts';
import type { Starters } from './hosts/table.ts';
import { Terminal } from './hosts/webcontainer/Terminal.tsx';
import type { OpenLab } from './model/lab.ts';
import { createPlayground, type Playground as Model, type OwnProject } from './model/playground.ts';
import { register } from './model/registry.ts';
import { EmptyResults } from './results/EmptyResults.tsx';
import { EmptyRoom } from './results/EmptyRoom.tsx';
import { openWithResults, results } from './results/lazy.ts';
import { resultInWords } from './results/result-in-words.ts';
import { useInBrowser } from './use-in-browser.ts';

export interface PlaygroundProps {
  readonly sample: Sample;
  /** For one that is no sample of the course. */
  readonly project?: OwnProject;
  /** Of a page that is not of the course; the same at each rendering. */
  readonly hosts?: Starters;
  /** Buttons beside those of the code: what can be done with it elsewhere. */
  readonly tools?: (model: Model, isReady: boolean) => ComponentChildren;
  /** What stands under the code: the checks of an exercise. */
  readonly below?: (model: Model, isReady: boolean) => ComponentChildren;
  /** The highlighted code of each file as served, in order: slots `file0`, `file1`, … */
  readonly [slot: `file${number}`]: ComponentChildren;
}

/** The model of a sample, alive as long as its playground is on the page; of the bench that is shown. */
export function usePlayground(
  sample: Sample,
  openLab: OpenLab = openWithResults,
  project: OwnProject | null = null,
  starters: Starters = pageHosts,
): { model: Model; isReady: boolean } {
  const playground = useMemo(
    () => createPlayground(sample, openLab, starters, project),
    [sample, openLab, project, starters],
  );
  const isReady = useInBrowser(playground, register);
  return { model: playground.shown.value, isReady };
}

export function Playground({ sample, project, hosts, tools, below, ...slots }: PlaygroundProps) {
  const { model, isReady } = usePlayground(sample, openWithResults, project, hosts);
  const { number } = model;
  const phase = model.host.phase.value;
  // Editors stay when another bench takes over: they ask what is shown now.
  const current = useSignal(model);
  current.value = model;
  const help = useMemo(() => helpOfPlayground(current), [current]);
  // As it was built, until it has a lab: drawing the results of each playground of a page keeps a press on one of them waiting.
  const shown = isReady && model.lab.value !== null ? results.value : null;
  const code = useKeptFocus<HTMLDivElement>();
  const grid = useRef<HTMLDivElement>(null);
  const partsOfLog = () => [
    ...(grid.current?.querySelectorAll<HTMLElement>('.log button, [role="log"]') ?? []),
  ];
  // Results come when a reader is on the way to them, by keyboard for example: the log and its button are others then.
  const focusedAt = partsOfLog().findIndex((part) => part.matches(':focus'));
  useLayoutEffect(() => partsOfLog()[focusedAt]?.focus(), [shown]);
  return (
    <section
      class={sample.needsNode ? 'playground playground--node' : 'playground'}
      aria-label={`Speeltuin: ${sample.title}`}
    >
      <div ref={grid} class="playground__grid">
        <div ref={code} class="playground__code">
          <CodePanel
            files={sample.files}
            given={sample.given}
            edits={model.edits}
            slots={slots}
            isReady={isReady}
            place={model.place.value}
            help={help}
            chosenFile={model.chosenFile.value}
            isProject={sample.needsNode}
          >
            {tools?.(model, isReady)}
          </CodePanel>
          {sample.services.length > 0 && <ServicesPart services={sample.services} />}
          <StorageNotice />
          {below?.(model, isReady)}
        </div>
        <div class="playground__controls">
          <Triggers key={`triggers${number}`} model={model} isReady={isReady}>
            {shown !== null && sample.timeline && <shown.AnswerAtHand model={model} />}
          </Triggers>
          <HostChoice
            key={`host${number}`}
            model={model.host}
            isReady={isReady}
            needsNode={sample.needsNode}
          />
        </div>
        {sample.timeline && (
          <details class="machine" open aria-label="Machinekamer">
            <summary>Machinekamer</summary>
            <div class="machine__room">
              {shown === null ? (
                <EmptyRoom>
                  Nog stil. Hier zie je straks hoe een aanroep een instantie krijgt, die start, werkt en weer
                  gaat.
                </EmptyRoom>
              ) : (
                <shown.LabMachine key={`machine${number}`} model={model} />
              )}
            </div>
          </details>
        )}
        {shown === null ? (
          <EmptyResults model={model} />
        ) : (
          <shown.Results key={`results${number}`} model={model} />
        )}
        {sample.needsNode && (
          <Terminal
            name={sample.name}
            ready={phase.kind === 'ready' ? phase : null}
            files={model.edits.ownFiles}
          />
        )}
      </div>
      <p class="visually-hidden" role="status">
        {resultInWords(model)}
      </p>
    </section>
  );
}
