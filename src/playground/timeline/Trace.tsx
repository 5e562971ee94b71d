/** The trace: what set the picked invocation off, and what it set off. */
import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../kit/numbers.ts';
import { askedText } from '../entries/asked.ts';
import type { Invocation } from '../entries/invocation.ts';
import { type Step, type TraceNode, traceOf } from './causes.ts';
import { useSlowly } from './use-slowly.ts';
import type { TimelineModel } from './view.ts';
import {
  attemptText,
  cameBackText,
  durationText,
  instanceText,
  isBad,
  messageStateText,
  messageText,
  momentText,
  outcomeText,
  startText,
  writeText,
} from './words.ts';

const EVERY_MS = 250;
/** So that what comes next to it is seen too. */
const SPARE_PX = 48;
/** Deeper steps lie straight below each other: there is no room to go on to the right. */
const DEEPEST = 9;

export function Trace({ model }: { readonly model: TimelineModel }) {
  const { current: tracks } = useSlowly(model.tracks, EVERY_MS);
  const picked = model.picked.value;
  const trace = picked === null ? null : traceOf(tracks, picked);
  const box = useRef<HTMLDivElement>(null);
  const hasTrace = trace !== null;
  useEffect(() => {
    if (box.current !== null && hasTrace) showPicked(box.current);
  }, [picked, hasTrace]);
  return (
    <div class="trace" role="group" aria-label="Spoor">
      <p class="panel-title">Spoor</p>
      {trace === null ? (
        <p class="empty">
          Kies een aanroep in de tijdlijn of het logboek: hier zie je waardoor die begon, en wat erop volgde.
        </p>
      ) : (
        <div class="trace__scroll" ref={box}>
          <Steps nodes={trace.roots} leftOut={trace.leftOut} model={model} depth={0} />
        </div>
      )}
    </div>
  );
}

/** Scrolls the box alone: the page stays where the reader is. */
function showPicked(box: HTMLElement): void {
  const picked = box.querySelector('[aria-current]')?.getBoundingClientRect();
  if (picked === undefined) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (picked.bottom > bottom) box.scrollTop += picked.bottom - bottom + SPARE_PX;
  else if (picked.top < top) box.scrollTop -= top - picked.top + SPARE_PX;
}

interface StepsProps {
  readonly nodes: readonly TraceNode[];
  readonly leftOut: number;
  readonly model: TimelineModel;
  readonly depth: number;
}

function Steps({ nodes, leftOut, model, depth }: StepsProps) {
  if (nodes.length === 0 && leftOut === 0) return null;
  return (
    <ul class={depth > DEEPEST ? 'trace__deep' : ''}>
      {nodes.map((node, at) => (
        <li key={`${node.step.kind}${at}`}>
          <StepLine step={node.step} model={model} />
          <Steps nodes={node.children} leftOut={node.leftOut} model={model} depth={depth + 1} />
        </li>
      ))}
      {leftOut > 0 && <li class="trace__rest">en nog {count(leftOut, 'stap', 'stappen')}</li>}
    </ul>
  );
}

function StepLine({ step, model }: { readonly step: Step; readonly model: TimelineModel }) {
  switch (step.kind) {
    case 'http':
      return (
        <span class="trace__step">
          <b>HTTP-verzoek</b> <time>{momentText(step.invocation.acceptedAtMs, model.startedAtMs.value)}</time>
        </span>
      );
    case 'message': {
      const { message } = step;
      const isDead = message.state === 'dead';
      return (
        <span class="trace__step">
          <b>{messageText(message)}</b> <time>{momentText(message.atMs, model.startedAtMs.value)}</time>
          <span class="trace__state"> · </span>
          <span class={isDead ? 'timeline__bad' : 'trace__state'}>{messageStateText(message)}</span>
        </span>
      );
    }
    case 'write':
      return (
        <span class="trace__step trace__write">
          <span class="visually-hidden">Schreef in </span>
          {writeText(step.write)}
        </span>
      );
    case 'asked':
      return (
        <span class="trace__step trace__write">
          <span class="visually-hidden">Vroeg </span>
          {askedText(step.asked)}
        </span>
      );
    case 'forgotten':
      return <span class="trace__step trace__rest">Wat hiervoor gebeurde, is niet meer bewaard.</span>;
    case 'invocation':
      return <InvocationLine step={step} model={model} />;
  }
}

type InvocationStep = Extract<Step, { kind: 'invocation' }>;

function InvocationLine({ step, model }: { readonly step: InvocationStep; readonly model: TimelineModel }) {
  const { invocation, delivery, isAgain } = step;
  const { invocationId } = invocation;
  const isPicked = model.picked.value === invocationId;
  return (
    <>
      <button
        type="button"
        class={isPicked ? 'trace__call picked' : 'trace__call'}
        aria-current={isPicked ? 'true' : undefined}
        onClick={() => {
          model.picked.value = invocationId;
        }}
      >
        {isAgain ? <b>{invocation.functionName}</b> : <Facts invocation={invocation} />}
      </button>
      <Asides
        parts={[
          isAgain ? 'dezelfde aanroep als hierboven' : null,
          delivery === null ? null : attemptText(delivery.attempt),
          delivery === null ? null : cameBackText(delivery),
        ]}
      />
    </>
  );
}

function Facts({ invocation }: { readonly invocation: Invocation }) {
  const { functionName, instanceId, isCold, messages } = invocation;
  const start = startText(invocation);
  const duration = durationText(invocation);
  const together = messages.length > 1 ? `${messages.length} berichten tegelijk` : null;
  return (
    <>
      <b>{functionName}</b>{' '}
      {instanceId !== null && <span class="trace__state">{instanceText(invocation)} </span>}
      {start !== null && <span class={isCold ? 'start start--cold' : 'start start--warm'}>{start}</span>}{' '}
      {duration !== null && (
        <>
          <span class="trace__duration">{duration}</span> <span class="trace__state">·</span>{' '}
        </>
      )}
      <span class={isBad(invocation) ? 'timeline__bad' : 'trace__state'}>{outcomeText(invocation)}</span>
      {together !== null && <span class="trace__state"> · {together}</span>}
    </>
  );
}

function Asides({ parts }: { readonly parts: readonly (string | null)[] }) {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : <span class="trace__step trace__rest">{said.join(' · ')}</span>;
}
