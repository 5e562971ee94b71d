/** The outside world that the platform plays, in the forms: an address, how long it takes, how often it fails, and what it answers. */
import type { Project } from '../../project/index.ts';
import { AreaField, NumberField, TextField } from './fields.tsx';

interface Props {
  readonly project: Project;
  readonly onChange: (next: Project) => void;
}

type Service = Project['services'][string];
type Answer = Service['routes'][string];

const FRESH: Service = {
  latencyMs: 50,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: { 'GET /': { status: 200, headers: {}, maxItems: {}, json: { gelukt: true } } },
};

export function ServiceFields({ project, onChange }: Props) {
  const { services } = project;
  const names = Object.keys(services);

  const set = (name: string, service: Service) =>
    onChange({ ...project, services: { ...services, [name]: service } });
  function rename(name: string, to: string): void {
    if (Object.hasOwn(services, to)) return;
    const entries = names.map((one) => [one === name ? to : one, services[one] as Service] as const);
    onChange({ ...project, services: Object.fromEntries(entries) });
  }
  function remove(name: string): void {
    const entries = Object.entries(services).filter(([one]) => one !== name);
    onChange({ ...project, services: Object.fromEntries(entries) });
  }
  function add(): void {
    let name = 'https://dienst.example';
    for (let count = 2; Object.hasOwn(services, name); count += 1) name = `https://dienst-${count}.example`;
    set(name, FRESH);
  }

  return (
    <fieldset class="events" aria-label="Diensten">
      <p class="panel-title">Diensten die je code kan vragen</p>
      {names.map((name) => (
        <OneService
          key={name}
          name={name}
          service={services[name] as Service}
          onRename={(to) => rename(name, to)}
          onChange={(service) => set(name, service)}
          onRemove={() => remove(name)}
        />
      ))}
      <div class="actions">
        <button type="button" class="quiet" onClick={add}>
          Voeg een dienst toe
        </button>
      </div>
    </fieldset>
  );
}

interface OneProps {
  readonly name: string;
  readonly service: Service;
  readonly onRename: (to: string) => void;
  readonly onChange: (service: Service) => void;
  readonly onRemove: () => void;
}

function OneService({ name, service, onRename, onChange, onRemove }: OneProps) {
  const { latencyMs, failures, routes } = service;
  const [least, most] = typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs;
  const setLatency = (from: number, to: number) =>
    onChange({ ...service, latencyMs: from === to ? from : [from, to] });
  const setRoutes = (entries: readonly (readonly [string, Answer])[]) =>
    onChange({ ...service, routes: Object.fromEntries(entries) });
  const all = Object.entries(routes);
  return (
    <fieldset class="events" aria-label={`Dienst ${name}`}>
      <div class="trigger__fields">
        <TextField label="Adres" value={name} onChange={onRename} />
        <NumberField
          label="Wachttijd vanaf, in ms"
          value={least}
          onChange={(from) => setLatency(from, most)}
        />
        <NumberField label="Wachttijd tot, in ms" value={most} onChange={(to) => setLatency(least, to)} />
        <NumberField
          label="Kans op een fout, 0 tot 1"
          value={failures.errors}
          onChange={(errors) => onChange({ ...service, failures: { ...failures, errors } })}
        />
        <NumberField
          label="Kans dat de verbinding wegvalt, 0 tot 1"
          value={failures.drops}
          onChange={(drops) => onChange({ ...service, failures: { ...failures, drops } })}
        />
        {all.map(([route, answer], at) => (
          <RouteFields
            key={route}
            route={route}
            answer={answer}
            onChange={(to, next) => setRoutes(all.map((one, index) => (index === at ? [to, next] : one)))}
          />
        ))}
      </div>
      <div class="actions">
        <button
          type="button"
          class="quiet"
          onClick={() => setRoutes([...all, [`GET /nieuw-${all.length}`, FRESH.routes['GET /'] as Answer]])}
        >
          Voeg een route toe
        </button>
        <button type="button" class="quiet" aria-label={`Verwijder dienst ${name}`} onClick={onRemove}>
          Verwijder dienst
        </button>
      </div>
    </fieldset>
  );
}

interface RouteProps {
  readonly route: string;
  readonly answer: Answer;
  readonly onChange: (route: string, answer: Answer) => void;
}

/** What is JSON is answered as JSON, and everything else as text. */
function RouteFields({ route, answer, onChange }: RouteProps) {
  const { json, text, ...rest } = answer;
  const body = json === undefined ? (text ?? '') : JSON.stringify(json);
  return (
    <>
      <TextField label="Route" value={route} onChange={(to) => onChange(to, answer)} />
      <NumberField
        label={`Status van ${route}`}
        value={answer.status}
        onChange={(status) => onChange(route, { ...answer, status })}
      />
      <AreaField
        label={`Antwoord van ${route}`}
        value={body}
        onChange={(typed) => onChange(route, { ...rest, ...answerIn(typed) })}
      />
    </>
  );
}

function answerIn(typed: string): Pick<Answer, 'json' | 'text'> {
  if (typed.trim() === '') return {};
  try {
    return { json: JSON.parse(typed) };
  } catch {
    return { text: typed };
  }
}
