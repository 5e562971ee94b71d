/** The outside world that code can ask: each service with its address, how long it takes, when it refuses, and what it answers on which path. */
import { Fragment } from 'preact';
import type { ServiceSpec } from '../../contract/services.ts';

/** More of an answer would not be read here. */
const SHOWN_CHARACTERS = 120;

const percent = (chance: number) => `${(chance * 100).toLocaleString('nl', { maximumFractionDigits: 1 })} %`;

export function latencyInWords([least, most]: ServiceSpec['latencyMs']): string {
  const ms = (value: number) => value.toLocaleString('nl');
  return least === most ? `na ${ms(least)} ms` : `na ${ms(least)} tot ${ms(most)} ms`;
}

/** In whole sentences, what else it does than answer; empty when it always answers. */
export function troubleInWords({ rateLimit, failures }: ServiceSpec): readonly string[] {
  const { errors, drops } = failures;
  return [
    rateLimit &&
      `Maximaal ${rateLimit.requests.toLocaleString('nl')} keer per ${(rateLimit.windowMs / 1_000).toLocaleString('nl')} s; wat erboven komt, krijgt 429.`,
    errors > 0 && `Ongeveer ${percent(errors)} van de aanroepen krijgt 503.`,
    drops > 0 && `Bij ongeveer ${percent(drops)} valt de verbinding weg.`,
  ].filter((sentence) => typeof sentence === 'string');
}

export function ServiceList({ services }: { readonly services: readonly ServiceSpec[] }) {
  return (
    <>
      <ul class="services__list">
        {services.map((service) => (
          <li key={service.name}>
            {service.isOwn ? (
              <p>
                <code>{service.name}</code> leidt naar de functies hiernaast, zodat de ene functie de andere
                kan aanroepen.
              </p>
            ) : (
              <p>
                <code>{service.name}</code> antwoordt {latencyInWords(service.latencyMs)}.{' '}
                {troubleInWords(service).join(' ')}
              </p>
            )}
            <ul>
              {service.routes.map(({ method, path, maxItems, answer }) => (
                <li key={`${method} ${path}`}>
                  <code>
                    {method} {path}
                  </code>{' '}
                  geeft {answer.status}
                  {answer.body !== '' && (
                    <>
                      {' '}
                      met <code>{shown(answer.body)}</code>
                    </>
                  )}
                  {Object.entries(maxItems).map(([list, most]) => (
                    <Fragment key={list}>
                      {' '}
                      Meer dan {most.toLocaleString('nl')} in <code>{list}</code> geeft 413.
                    </Fragment>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p class="services__rest">
        Je roept ze aan met <code>fetch</code>. Een ander adres is er niet: dan krijg je een fout die zegt
        welke er wel zijn.
      </p>
    </>
  );
}

function shown(body: string): string {
  return body.length > SHOWN_CHARACTERS ? `${body.slice(0, SHOWN_CHARACTERS)}…` : body;
}
