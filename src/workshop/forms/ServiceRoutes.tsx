/** What one service of the outside world answers, in the forms: a route, and the answer to it. */
import type { Project } from '../../project/index.ts';
import { AreaField, linesOf, NumberField, TextField } from './fields.tsx';
import { HeadersField } from './HeadersField.tsx';

export type Service = Project['services'][string];
type Answer = Service['routes'][string];

export const FRESH_ANSWER: Answer = { status: 200, headers: {}, maxItems: {}, json: { gelukt: true } };

interface Props {
  /** Of the service: the buttons of its routes are named after it. */
  readonly name: string;
  readonly routes: Service['routes'];
  readonly onChange: (routes: Service['routes']) => void;
  readonly onRefuse: (sentence: string) => void;
}

export function ServiceRoutes({ name, routes, onChange, onRefuse }: Props) {
  const all = Object.entries(routes);
  const set = (entries: readonly (readonly [string, Answer])[]) => onChange(Object.fromEntries(entries));

  function change(at: number, route: string, answer: Answer): void {
    // In an object the one would take the place of the other.
    if (all.some(([other], index) => index !== at && other === route)) {
      onRefuse(`Er is al een route ${route} bij ${name}. Kies een andere.`);
    } else set(all.map((one, index) => (index === at ? [route, answer] : one)));
  }

  function add(): void {
    let route = 'GET /nieuw';
    for (let count = 2; Object.hasOwn(routes, route); count += 1) route = `GET /nieuw-${count}`;
    set([...all, [route, FRESH_ANSWER]]);
  }

  return (
    <>
      {all.map(([route, answer], at) => (
        <fieldset key={at} class="events" aria-label={`Route ${route} van ${name}`}>
          <div class="trigger__fields">
            <RouteFields
              route={route}
              answer={answer}
              onChange={(to, next) => change(at, to, next)}
              onRefuse={onRefuse}
            />
          </div>
          <div class="actions">
            <button
              type="button"
              class="quiet"
              disabled={all.length === 1}
              aria-label={`Verwijder route ${route} van ${name}`}
              onClick={() => set(all.filter((_, index) => index !== at))}
            >
              Verwijder route
            </button>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <button type="button" class="quiet" aria-label={`Voeg een route toe aan ${name}`} onClick={add}>
          Voeg een route toe
        </button>
      </div>
    </>
  );
}

interface RouteProps {
  readonly route: string;
  readonly answer: Answer;
  readonly onChange: (route: string, answer: Answer) => void;
  readonly onRefuse: (sentence: string) => void;
}

/** What is JSON is answered as JSON, and everything else as text. */
function RouteFields({ route, answer, onChange, onRefuse }: RouteProps) {
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
      <HeadersField
        label={`Headers van ${route}, een per regel`}
        headers={answer.headers}
        onChange={(headers) => onChange(route, { ...answer, headers })}
        onRefuse={onRefuse}
      />
      <AreaField
        label={`Antwoord van ${route}`}
        value={body}
        onChange={(typed) => onChange(route, { ...rest, ...answerIn(typed) })}
      />
      <AreaField
        label={`Langste lijst per veld van de vraag bij ${route}, een per regel`}
        value={Object.entries(answer.maxItems)
          .map(([field, most]) => `${field}: ${most}`)
          .join('\n')}
        placeholder="adressen: 10"
        onChange={(typed) => {
          const limits = limitsIn(typed);
          if (typeof limits === 'string') {
            onRefuse(
              `“${limits}” is geen grens. Schrijf de naam van een veld, een dubbelepunt en een getal.`,
            );
          } else onChange(route, { ...answer, maxItems: limits });
        }}
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

/** @returns the line that cannot be read, or how many items a field may have, by its name */
function limitsIn(typed: string): Record<string, number> | string {
  const limits: Record<string, number> = {};
  for (const line of linesOf(typed)) {
    const [, field, most] = /^(.+?)\s*:\s*(\d+)$/.exec(line) ?? [];
    if (field === undefined) return line;
    limits[field] = Number(most);
  }
  return limits;
}
