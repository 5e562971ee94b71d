/** One function in the forms: its name, where it begins, what sets it off, and what it may use. */
import type { Project, ProjectFunction } from '../../project/index.ts';
import {
  freshTrigger,
  type TriggerType,
  withFunction,
  withoutFunction,
  withRenamedFunction,
} from '../project-edits.ts';
import { AreaField, linesOf, NumberField, TextField } from './fields.tsx';
import { ExampleFields, StartFields } from './RequestFields.tsx';

interface Props {
  readonly name: string;
  readonly project: Project;
  /** Files in which a function can begin. */
  readonly scripts: readonly string[];
  readonly isOnly: boolean;
  readonly onChange: (next: Project) => void;
  readonly onRefuse: (sentence: string) => void;
}

const TRIGGERS: readonly (readonly [TriggerType, string])[] = [
  ['http', 'een HTTP-aanroep'],
  ['upload', 'een bestand dat binnenkomt'],
  ['timer', 'de klok'],
  ['queue', 'een bericht in de wachtrij'],
];
const GRANTS = [
  ['kv', 'kv'],
  ['bucket', 'bucket'],
  ['queue', 'queue'],
] as const;

export function FunctionFields({ name, project, scripts, isOnly, onChange, onRefuse }: Props) {
  const one = project.functions[name];
  if (one === undefined) return null;
  const set = (next: Partial<ProjectFunction>) => onChange(withFunction(project, name, { ...one, ...next }));
  const entries = scripts.includes(one.entry) ? scripts : [one.entry, ...scripts];
  return (
    <fieldset class="events" aria-label={`Functie ${name}`}>
      <p class="panel-title">Functie {name}</p>
      <div class="trigger__fields">
        <TextField
          label="Naam"
          value={name}
          onChange={(to) => {
            if (!Object.hasOwn(project.functions, to)) onChange(withRenamedFunction(project, name, to));
            else if (to !== name) onRefuse(`Er is al een functie ${to}. Kies een andere naam.`);
          }}
        />
        <label>
          Begint in
          <select value={one.entry} onChange={({ currentTarget }) => set({ entry: currentTarget.value })}>
            {entries.map((path) => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </select>
        </label>
        <label>
          Wordt aangeroepen door
          <select
            value={one.trigger.type}
            onChange={({ currentTarget }) =>
              set({ trigger: freshTrigger(currentTarget.value as TriggerType) })
            }
          >
            {TRIGGERS.map(([type, title]) => (
              <option key={type} value={type}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <TriggerFields trigger={one.trigger} onChange={(trigger) => set({ trigger })} onRefuse={onRefuse} />
      </div>
      {one.trigger.type === 'http' && (
        <ExampleFields
          name={name}
          trigger={one.trigger}
          onChange={(trigger) => set({ trigger })}
          onRefuse={onRefuse}
        />
      )}
      <div class="actions" role="group" aria-label={`Rechten van ${name}`}>
        <span>Mag gebruiken:</span>
        {GRANTS.map(([grant, title]) => (
          <label key={grant} class="skip">
            <input
              type="checkbox"
              checked={one.grants.includes(grant)}
              onChange={({ currentTarget }) =>
                set({
                  grants: GRANTS.map(([each]) => each).filter((each) =>
                    each === grant ? currentTarget.checked : one.grants.includes(each),
                  ),
                })
              }
            />{' '}
            <code>{title}</code>
          </label>
        ))}
        <button
          type="button"
          class="quiet"
          disabled={isOnly}
          aria-label={`Verwijder functie ${name}`}
          onClick={() => onChange(withoutFunction(project, name))}
        >
          Verwijder functie
        </button>
      </div>
    </fieldset>
  );
}

type Trigger = ProjectFunction['trigger'];

interface TriggerProps {
  readonly trigger: Trigger;
  readonly onChange: (trigger: Trigger) => void;
  readonly onRefuse: (sentence: string) => void;
}

function TriggerFields({ trigger, onChange, onRefuse }: TriggerProps) {
  switch (trigger.type) {
    case 'http':
      return (
        <>
          <AreaField
            label="Routes, een per regel (leeg: elke aanroep)"
            value={(trigger.routes ?? []).join('\n')}
            placeholder={'GET /taken\nDELETE /taken/:id'}
            onChange={(text) => {
              const { routes: _, ...rest } = trigger;
              const routes = linesOf(text);
              onChange(routes.length > 0 ? { ...rest, routes } : rest);
            }}
          />
          <StartFields trigger={trigger} onChange={onChange} onRefuse={onRefuse} />
        </>
      );
    case 'upload':
      return (
        <>
          <TextField
            label="Map"
            value={trigger.prefix}
            onChange={(prefix) => onChange({ ...trigger, prefix })}
          />
          <TextField
            label="Soorten bestanden (leeg: alle)"
            value={trigger.accept}
            placeholder=".csv,image/*"
            onChange={(accept) => onChange({ ...trigger, accept })}
          />
        </>
      );
    case 'timer':
      return (
        <TextField label="Cron" value={trigger.cron} onChange={(cron) => onChange({ ...trigger, cron })} />
      );
    case 'queue':
      return (
        <>
          <NumberField
            label="Berichten per keer"
            value={trigger.batchSize}
            onChange={(batchSize) => onChange({ ...trigger, batchSize })}
          />
          <NumberField
            label="Wacht op meer, in ms"
            value={trigger.batchWindowMs}
            onChange={(batchWindowMs) => onChange({ ...trigger, batchWindowMs })}
          />
          <NumberField
            label="Onzichtbaar tijdens het werk, in ms"
            value={trigger.visibilityTimeoutMs}
            onChange={(visibilityTimeoutMs) => onChange({ ...trigger, visibilityTimeoutMs })}
          />
          <TextField
            label="Bericht dat klaarstaat"
            value={trigger.example}
            onChange={(example) => onChange({ ...trigger, example })}
          />
          <LostAckFields trigger={trigger} onChange={onChange} />
        </>
      );
  }
}

type QueueTrigger = Extract<Trigger, { type: 'queue' }>;

const SEED = 1;

/** Without a chance there is nothing to draw, and `functielab.json` says nothing of it. */
function LostAckFields({
  trigger,
  onChange,
}: {
  readonly trigger: QueueTrigger;
  readonly onChange: (trigger: QueueTrigger) => void;
}) {
  const { lostAcks, ...rest } = trigger;
  return (
    <>
      <NumberField
        label="Kans dat een bevestiging wegraakt, 0 tot 1"
        value={lostAcks?.chance ?? 0}
        onChange={(chance) =>
          onChange(chance === 0 ? rest : { ...rest, lostAcks: { seed: lostAcks?.seed ?? SEED, chance } })
        }
      />
      {lostAcks !== undefined && (
        <NumberField
          label="Startgetal van dat toeval"
          value={lostAcks.seed}
          onChange={(seed) => onChange({ ...trigger, lostAcks: { ...lostAcks, seed } })}
        />
      )}
    </>
  );
}
