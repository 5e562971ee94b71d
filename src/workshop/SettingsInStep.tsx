/**
 * Memory, timeout, how many at once and the environment can be set in the laboratory and in `functielab.json`: the two keep in step,
 * and neither makes a new laboratory, so that a reader can run the same thing with more memory and compare.
 */
import { useEffect } from 'preact/hooks';
import type { Playground as Model } from '../playground/index.ts';
import { formatEnv, parseEnv } from '../playground/model/settings.ts';
import type { Workplace } from './workplace.ts';

interface Props {
  readonly model: Model;
  readonly workplace: Workplace;
}

export function SettingsInStep({ model, workplace }: Props) {
  const { settings } = model;
  const project = workplace.project.value;
  const memoryMb = settings.memoryMb.value;
  const timeoutMs = settings.timeoutMs.value;
  const concurrencyLimit = settings.concurrencyLimit.value;
  const envText = settings.envText.value;

  // The file says something else now: the laboratory follows.
  useEffect(() => {
    if (project === null) return;
    settings.memoryMb.value = project.memoryMb;
    settings.timeoutMs.value = project.timeoutMs;
    settings.concurrencyLimit.value = project.concurrencyLimit;
    const typed = parseEnv(settings.envText.peek());
    const isSame = !('code' in typed) && formatEnv(typed.values) === formatEnv(project.env);
    // What is being typed keeps its empty lines.
    if (!isSame) settings.envText.value = formatEnv(project.env);
  }, [project, settings]);

  // The reader set something in the laboratory: the file follows, once it can be read.
  useEffect(() => {
    const known = workplace.project.peek();
    const typed = parseEnv(envText);
    if (known === null || !workplace.canRead.peek() || 'code' in typed) return;
    const next = { ...known, memoryMb, timeoutMs, concurrencyLimit, env: { ...typed.values } };
    if (JSON.stringify(next) !== JSON.stringify(known)) workplace.change(next);
  }, [memoryMb, timeoutMs, concurrencyLimit, envText]);

  return null;
}
