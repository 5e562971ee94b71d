/** A playground of a program that stays on: start and stop, what it shows and prints, and a meter that runs. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ProgramSample } from '../course/sample.ts';
import { useKeptFocus } from '../kit/use-kept-focus.ts';
import { CodePanel } from './code/CodePanel.tsx';
import { StorageNotice } from './code/StorageNotice.tsx';
import { FailureText } from './failures/FailureText.tsx';
import { helpOfProgram } from './help-for-code.ts';
import { HostChoice } from './hosts/HostChoice.tsx';
import { pageHosts } from './hosts/page-hosts.ts';
import { Preview } from './hosts/webcontainer/Preview.tsx';
import { Terminal } from './hosts/webcontainer/Terminal.tsx';
import { createProgram, type Program } from './model/program-run.ts';
import { registerProgram } from './model/registry.ts';
import { ProgramMeter } from './ProgramMeter.tsx';
import { LogHead } from './results/EmptyResults.tsx';
import { useInBrowser } from './use-in-browser.ts';

interface Props {
  readonly sample: ProgramSample;
  /** Buttons beside those of the code, as a whole playground has them. */
  readonly tools?: (model: Program, isReady: boolean) => ComponentChildren;
  /** The highlighted code of each file as served, in order. */
  readonly [slot: `file${number}`]: ComponentChildren;
}

function useProgram(sample: ProgramSample): { model: Program; isReady: boolean } {
  const model = useMemo(() => createProgram(sample, pageHosts), [sample]);
  return { model, isReady: useInBrowser(model, registerProgram) };
}

function Controls({ model, isReady }: { readonly model: Program; readonly isReady: boolean }) {
  const phase = model.phase.value;
  const isStale = model.isStale.value;
  const place = useKeptFocus<HTMLDivElement>();
  const npm = model.install.working.value;
  return (
    <div ref={place} class="trigger">
      <div class="trigger__line">
        <code class="program__command">npm start</code>
        {phase === 'off' ? (
          <button type="button" class="primary run" disabled={!isReady} onClick={() => void model.start()}>
            Start
          </button>
        ) : (
          <>
            <button
              type="button"
              class={isStale ? 'primary run' : 'quiet run'}
              disabled={phase !== 'on'}
              onClick={() => void model.restart()}
            >
              Herstart
            </button>
            <button type="button" class="quiet stop" onClick={model.stop}>
              Stop
            </button>
          </>
        )}
      </div>
      <p class="program__state" role="status">
        {stateInWords(model)}
      </p>
      {npm !== null && (
        <p class="trigger__install">
          <code>{npm}</code>
        </p>
      )}
    </div>
  );
}

function stateInWords({ phase, host, install, isStale, exitCode, server, sample }: Program): string {
  if (install.working.value !== null) return 'Pakketten installeren …';
  if (host.isAwaited.value) return 'Wachten op WebContainer …';
  if (phase.value === 'preparing') return 'Bestanden klaarzetten …';
  if (isStale.value) return 'De server draait nog met je oude code. Druk op Herstart.';
  if (phase.value === 'on') return `De server staat aan, op poort ${server.value?.port ?? sample.port}.`;
  if (exitCode.value === null) return 'De server staat uit.';
  return exitCode.value === 0
    ? 'De server is klaar en staat uit.'
    : `De server is gestopt met foutcode ${exitCode.value}. Kijk in het Logboek of er staat waarom.`;
}

function Output({ model }: { readonly model: Program }) {
  const lines = model.lines.value;
  const problem = model.problem.value;
  return (
    <div class="log">
      <LogHead hasSomething={lines.length > 0} onClear={model.clear} />
      {problem && (
        <div role="alert" class="failure" data-code={problem.code}>
          <FailureText failure={problem} />
        </div>
      )}
      <div role="log" aria-label="Logboek" aria-live="off" class="log__scroll" tabIndex={0}>
        {lines.length === 0 ? (
          <p class="empty">Nog leeg. Wat je server met console.log schrijft, komt hier.</p>
        ) : (
          <ol>
            {lines.map(({ key, text }) => (
              <li key={key}>
                <span class="log__text">{text}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

export function ProgramPlayground({ sample, tools, ...slots }: Props) {
  const { model, isReady } = useProgram(sample);
  const code = useKeptFocus<HTMLDivElement>();
  const host = model.shownHost.value;
  const { phase } = host;
  const ready = phase.value.kind === 'ready' ? phase.value : null;
  return (
    <section class="playground playground--program" aria-label={`Speeltuin: ${sample.title}`}>
      <div class="playground__grid">
        <div ref={code} class="playground__code">
          <CodePanel
            files={sample.files}
            edits={model.edits}
            slots={slots}
            isReady={isReady}
            place={null}
            help={helpOfProgram}
            isProject
          >
            {tools?.(model, isReady)}
          </CodePanel>
          <StorageNotice />
        </div>
        <div class="playground__controls">
          <Controls model={model} isReady={isReady} />
          <HostChoice model={host} isReady={isReady} needsNode />
        </div>
        <div class="playground__side">
          <Preview port={sample.port} server={model.server.value} isRunning={model.phase.value === 'on'} />
          <Output model={model} />
        </div>
        <ProgramMeter model={model} />
        <Terminal name={sample.name} ready={ready} files={model.edits.ownFiles} />
      </div>
    </section>
  );
}
