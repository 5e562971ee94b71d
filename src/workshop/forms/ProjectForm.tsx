/**
 * `Instellingen`: what stands in `functielab.json`, as forms. What is changed here stands in the file at once, and the reverse.
 *
 * This folder is the forms alone, and only an open workplace imports it. Begin here.
 */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { formatEnv, parseEnv } from '../../playground/model/settings.ts';
import type { Project } from '../../project/index.ts';
import { freeName, freshTrigger, withFunction } from '../project-edits.ts';
import type { Workplace } from '../workplace.ts';
import { FunctionFields } from './FunctionFields.tsx';
import { AreaField, NumberField, TextField } from './fields.tsx';
import { ServiceFields } from './ServiceFields.tsx';

export function ProjectForm({ workplace }: { readonly workplace: Workplace }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isOpen, setOpen] = useState(false);
  const project = workplace.project.value;
  if (project === null) return null;
  /** Of one part of the forms: what it changes, and where it is told that it can't. */
  const at = (part: string) => {
    const onRefuse = (sentence: string) => setProblem({ part, sentence });
    return {
      onRefuse,
      onChange(next: Project): void {
        const sentence = workplace.change(next);
        if (sentence === null) setProblem(null);
        else onRefuse(sentence);
      },
    };
  };
  const said = (part: string) =>
    problem?.part === part && (
      <p role="alert" class="trigger__note">
        {problem.sentence}
      </p>
    );
  const scripts = workplace.filePaths.value.filter((path) => /\.m?js$/.test(path));
  const names = Object.keys(project.functions);

  function addFunction(known: Project): void {
    const name = freeName(known, 'nieuw');
    const entry = scripts[0] ?? 'nieuw.js';
    at('functies').onChange(withFunction(known, name, { entry, trigger: freshTrigger('http'), grants: [] }));
  }

  return (
    <details class="services no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Instellingen</summary>
      {isOpen && (
        <div class="trigger">
          <p class="trigger__note">
            Dit staat in <code>functielab.json</code>: wat je hier verandert, verandert daar, en andersom.
          </p>
          <div class="actions">
            <button
              type="button"
              class="quiet"
              disabled={!workplace.canTakeBackChange.value}
              onClick={() => {
                setProblem(null);
                workplace.takeBackChange();
              }}
            >
              Maak de laatste wijziging ongedaan
            </button>
          </div>
          <fieldset class="events" disabled={!workplace.canRead.value}>
            <div class="trigger__fields">
              <TextField
                label="Naam van de werkplaats"
                value={project.title}
                onChange={(title) => at('naam').onChange({ ...project, title })}
              />
              {said('naam')}
            </div>
            {names.map((name) => (
              <Fragment key={name}>
                <FunctionFields
                  name={name}
                  project={project}
                  scripts={scripts}
                  isOnly={names.length === 1}
                  {...at(`functie ${name}`)}
                />
                {said(`functie ${name}`)}
              </Fragment>
            ))}
            <div class="actions">
              <button type="button" class="quiet" onClick={() => addFunction(project)}>
                Voeg een functie toe
              </button>
            </div>
            {said('functies')}
            <Limits project={project} {...at('grenzen')} />
            {said('grenzen')}
            <ServiceFields project={project} {...at('diensten')} />
            {said('diensten')}
          </fieldset>
        </div>
      )}
    </details>
  );
}

interface Problem {
  /** Of the forms, below which it is told. */
  readonly part: string;
  readonly sentence: string;
}

interface PartProps {
  readonly project: Project;
  readonly onChange: (next: Project) => void;
  /** What was typed is nothing that a project can hold. */
  readonly onRefuse: (sentence: string) => void;
}

/** Memory, timeout and environment stand in the laboratory too, and keep in step with it. */
function Limits({ project, onChange, onRefuse }: PartProps) {
  return (
    <fieldset class="events" aria-label="Grenzen">
      <p class="panel-title">Grenzen en omgeving</p>
      <div class="trigger__fields">
        <NumberField
          label="Geheugen in MB"
          value={project.memoryMb}
          onChange={(memoryMb) => onChange({ ...project, memoryMb })}
        />
        <NumberField
          label="Timeout in ms"
          value={project.timeoutMs}
          onChange={(timeoutMs) => onChange({ ...project, timeoutMs })}
        />
        <NumberField
          label="Blijft warm, in ms"
          value={project.idleTimeoutMs}
          onChange={(idleTimeoutMs) => onChange({ ...project, idleTimeoutMs })}
        />
        <NumberField
          label="Maximaal tegelijk"
          value={project.concurrencyLimit}
          onChange={(concurrencyLimit) => onChange({ ...project, concurrencyLimit })}
        />
        <label>
          Draait in
          <select
            value={project.runtime}
            onChange={({ currentTarget }) =>
              onChange({ ...project, runtime: currentTarget.value as Project['runtime'] })
            }
          >
            <option value="browser">browser of Node</option>
            <option value="node">alleen Node</option>
            <option value="browser-only">alleen de browser</option>
          </select>
        </label>
        <AreaField
          label="Omgeving, een per regel"
          value={formatEnv(project.env)}
          placeholder="KLEUR=rood"
          onChange={(text) => {
            const typed = parseEnv(text);
            if ('code' in typed) onRefuse(`“${typed.text}” is geen omgevingsvariabele. Schrijf NAAM=waarde.`);
            else onChange({ ...project, env: { ...typed.values } });
          }}
        />
      </div>
      <p class="trigger__note">Zet bij de omgeving geen echt wachtwoord.</p>
    </fieldset>
  );
}
