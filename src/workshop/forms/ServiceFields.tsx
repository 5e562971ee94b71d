/** The outside world that the platform plays, in the forms: an address, how long it takes, how often it fails, and what it answers. */
import type { Project } from '../../project/index.ts';
import { NumberField, OptionalNumberField, TextField } from './fields.tsx';
import { FRESH_ANSWER, type Service, ServiceRoutes } from './ServiceRoutes.tsx';

interface Props {
  readonly project: Project;
  readonly onChange: (next: Project) => void;
  readonly onRefuse: (sentence: string) => void;
}

const FRESH: Service = {
  latencyMs: 50,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: { 'GET /': FRESH_ANSWER },
};
const WINDOW_MS = 1_000;

export function ServiceFields({ project, onChange, onRefuse }: Props) {
  const { services } = project;
  const names = Object.keys(services);

  const set = (name: string, service: Service) =>
    onChange({ ...project, services: { ...services, [name]: service } });
  function rename(name: string, to: string): void {
    if (to === name) return;
    if (Object.hasOwn(services, to)) {
      onRefuse(`Er is al een dienst ${to}. Kies een ander adres.`);
      return;
    }
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
          onRefuse={onRefuse}
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
  readonly onRefuse: (sentence: string) => void;
}

function OneService(props: OneProps) {
  const { name, service, onRename, onRemove } = props;
  return (
    <fieldset class="events" aria-label={`Dienst ${name}`}>
      <div class="trigger__fields">
        <TextField label="Adres" value={name} onChange={onRename} />
      </div>
      {service.functions ? (
        <p>Dit adres leidt naar je eigen functies, zodat de ene de andere kan aanroepen.</p>
      ) : (
        <PlayedFields {...props} />
      )}
      <div class="actions">
        <button type="button" class="quiet" aria-label={`Verwijder dienst ${name}`} onClick={onRemove}>
          Verwijder dienst
        </button>
      </div>
    </fieldset>
  );
}

/** What is played under the name: its waits, its failures and its answers. */
function PlayedFields({ name, service, onChange, onRefuse }: OneProps) {
  const { latencyMs, failures, seed } = service;
  const [least, most] = typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs;
  const setLatency = (from: number, to: number) =>
    onChange({ ...service, latencyMs: from === to ? from : [from, to] });
  return (
    <>
      <div class="trigger__fields">
        <NumberField
          label="Wachttijd vanaf, in ms"
          value={least}
          onChange={(from) => setLatency(from, most)}
        />
        <NumberField label="Wachttijd tot, in ms" value={most} onChange={(to) => setLatency(least, to)} />
        <RateLimitFields service={service} onChange={onChange} />
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
        <NumberField
          label="Startgetal van het toeval"
          value={seed}
          onChange={(next) => onChange({ ...service, seed: next })}
        />
      </div>
      <ServiceRoutes
        name={name}
        routes={service.routes}
        onChange={(routes) => onChange({ ...service, routes })}
        onRefuse={onRefuse}
      />
    </>
  );
}

/** Whoever asks for more gets 429, with the time after which to come back. */
function RateLimitFields({ service, onChange }: Pick<OneProps, 'service' | 'onChange'>) {
  const { rateLimit, ...rest } = service;
  return (
    <>
      <OptionalNumberField
        label="Maximaal zoveel vragen (leeg: geen grens)"
        value={rateLimit?.requests ?? null}
        onChange={(requests) =>
          onChange(
            requests === null
              ? rest
              : { ...rest, rateLimit: { requests, windowMs: rateLimit?.windowMs ?? WINDOW_MS } },
          )
        }
      />
      {rateLimit !== undefined && (
        <NumberField
          label="Binnen zoveel ms"
          value={rateLimit.windowMs}
          onChange={(windowMs) => onChange({ ...service, rateLimit: { ...rateLimit, windowMs } })}
        />
      )}
    </>
  );
}
