/** The playground of the folder: the course's own, with the hosts that this page has, following what is saved. */
import { useEffect } from 'preact/hooks';
import { saveFile } from '../kit/save-file.ts';
import type { Playground as Model } from '../playground/index.ts';
import { formatEnv, parseEnv } from '../playground/model/settings.ts';
import { Playground } from '../playground/Playground.tsx';
import type { ShownFolder } from './followed-folder.ts';
import type { ToolPageState } from './page-state.ts';

interface Props {
  readonly state: ToolPageState;
  readonly shown: ShownFolder;
}

export function FolderPlayground({ state, shown }: Props) {
  const { sample, own } = shown;
  return (
    <Playground
      sample={sample}
      project={own}
      hosts={state.hosts}
      tools={(model) => (
        <>
          <SaveUsage state={state} model={model} />
          <InTab state={state} model={model} />
        </>
      )}
      below={(model) => <InStep state={state} model={model} />}
    />
  );
}

interface ToolProps {
  readonly state: ToolPageState;
  readonly model: Model;
}

/** For `functielab bill`, which finds what the receipt here says. */
function SaveUsage({ state, model }: ToolProps) {
  const { current: sales } = model.sales.value;
  const save = () => {
    const lines = sales.counted().map(({ usage }) => `${JSON.stringify(usage)}\n`);
    saveFile('gebruik.jsonl', lines.join(''), 'application/x-ndjson');
  };
  return (
    <button type="button" class="quiet" disabled={sales.total === 0} onClick={save}>
      {state.words.value.saveUsage}
    </button>
  );
}

/** In a site of its own (`tool/server/gate.ts`), so that nothing that it answers comes near this page. */
function InTab({ state, model }: ToolProps) {
  const greeting = state.folder.greeting.value;
  const path = model.trigger.path.value;
  if (greeting === null || model.sample.request === null) return null;
  return (
    <a
      class="quiet"
      href={tabAddress(greeting.tabOrigin, path, greeting.tabKey)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {state.words.value.inTab}
    </a>
  );
}

function tabAddress(origin: string, path: string, key: string): string {
  const address = new URL(path.startsWith('/') ? path : '/', origin);
  address.searchParams.set('functielab', key);
  return address.href;
}

/** What was saved takes the place of what is deployed, and the settings of the laboratory are those of the folder. */
function InStep({ state, model }: ToolProps) {
  const { folder } = state;
  const version = folder.version.value;
  const project = folder.project.value;
  const envText = model.settings.envText.value;

  useEffect(() => {
    if (project === null) return;
    const { settings } = model;
    settings.memoryMb.value = project.memoryMb;
    settings.timeoutMs.value = project.timeoutMs;
    settings.concurrencyLimit.value = project.concurrencyLimit;
    settings.envText.value = formatEnv(project.env);
  }, [project, model]);

  useEffect(() => {
    void model.redeploy();
  }, [version, project, model]);

  useEffect(() => {
    const typed = parseEnv(envText);
    const known = formatEnv(project?.env ?? {});
    state.isOtherEnvironment.value = 'code' in typed || formatEnv(typed.values) !== known;
  }, [envText, project]);

  return null;
}
