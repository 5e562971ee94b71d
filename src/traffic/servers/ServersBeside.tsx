/** Beside what the function did: the same traffic on servers that are always on, with the same durations and the same dice. */
import { useEffect, useId } from 'preact/hooks';
import { type AlwaysOn, hourlyUsd } from '../../billing/index.ts';
import { FetchFailed } from '../../kit/FetchFailed.tsx';
import { count, decimal, grouped } from '../../kit/numbers.ts';
import { serversUsd } from '../../simulation/index.ts';
import { alwaysOns } from '../../till/prices/all-prices.ts';
import { dollarOf, euroOf } from '../../till/prices/euros.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { server as labServer } from '../../till/prices/prices.ts';
import { NumberField } from '../set-up/NumberField.tsx';
import type { TrafficModel } from '../traffic-model.ts';
import { percent, wait } from '../words.ts';
import { AUTOSCALER, MOST_WAITING, type PlanName } from './run-servers.ts';

const perServerRange = { least: 1, most: 1_000, isWhole: true } as const;
const servers = alwaysOns.filter(({ role, components }) => role === 'server' && isByTheHour(components));

/** A machine that is paid by the month has no price for one that is there for a while. */
function isByTheHour(components: AlwaysOn['components']): boolean {
  return components.filter(({ what }) => what !== 'disk').every(({ unit }) => unit === 'hour');
}

function serverOf(model: TrafficModel): AlwaysOn {
  return servers.find((one) => one.id === model.serverId.value) ?? labServer;
}

/** What enough servers cost in all of the month, roughly; null as long as that is not known. */
export function enoughUsd(model: TrafficModel): number | null {
  const enough = model.servers.plans.value.find(({ plan }) => plan === 'enough');
  return enough === undefined ? null : Number(serversUsd(enough.result, hourlyUsd(serverOf(model))));
}

export function ServersBeside({ model }: { readonly model: TrafficModel }) {
  const id = useId();
  const { status, plans } = model.servers;
  const result = model.sides.settings.result.value;
  const scenario = model.sides.settings.scenario();
  const server = serverOf(model);
  const perServer = model.perServer.value;
  function reckon(): void {
    if (result === null || scenario === null) return;
    const rejectedShare = result.total === 0 ? 0 : result.rejected / result.total;
    model.servers.run(scenario, { perServer, waitMs: result.waitMs.p99, rejectedShare });
  }
  useEffect(reckon, [result, perServer]);
  if (result === null) return null;
  const { tariff } = choice.value;
  const bill = model.sides.settings.bills.value.find(({ tariffId }) => tariffId === tariff.id);
  return (
    <div role="group" aria-label="Naast servers die altijd aanstaan">
      <h2>En met servers die altijd aanstaan?</h2>
      <div class="traffic__pair">
        <div class="field">
          <label for={id}>Welke server?</label>
          <select
            id={id}
            value={server.id}
            onChange={(event) => {
              model.serverId.value = event.currentTarget.value;
            }}
          >
            {servers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.provider} {one.product}
              </option>
            ))}
          </select>
        </div>
        <NumberField
          label="Aanroepen tegelijk op één server"
          about="Aangenomen. Bij wachten kan het er veel meer zijn dan bij rekenen."
          value={perServer}
          range={perServerRange}
          onValue={(value) => {
            model.perServer.value = value;
          }}
        />
      </div>
      {status.value === 'failed' && <FetchFailed what="De som met servers" retry={reckon} />}
      <div class="compare-tariffs" role="region" aria-label="Functie en servers" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Met</th>
              <th scope="col" class="number">
                Bedrag
              </th>
              <th scope="col" class="number">
                Geweigerd
              </th>
              <th scope="col" class="number">
                Wachten, helft
              </th>
              <th scope="col" class="number">
                95 %
              </th>
              <th scope="col" class="number">
                99 %
              </th>
            </tr>
          </thead>
          <tbody>
            <Row
              name={model.compared.value === null ? 'Je functie' : 'Je functie, instellingen A'}
              {...result}
              usd={bill?.paid.totalUsd ?? '0'}
              isCurrent
            />
            {plans.value.map(({ plan, result: done }) => (
              <Row
                key={plan}
                name={planWords[plan](done.servers, done.peakServers)}
                {...done}
                usd={serversUsd(done, hourlyUsd(server))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">
        {status.value === 'running'
          ? 'Dezelfde maand draait nu op servers …'
          : `Dezelfde aanroepen, met dezelfde duur. Genoeg wil zeggen: van elke 100 aanroepen wachten er 99 niet langer dan bij je functie, en er wordt naar verhouding niet vaker geweigerd. Als alles bezet is, wachten er maximaal ${MOST_WAITING}. De schaler kijkt ${every(AUTOSCALER.everyMs)}, mikt op ${AUTOSCALER.targetShare * 100} % bezet, en een nieuwe server is na ${AUTOSCALER.bootMs / 60_000} minuten klaar. Die getallen zijn aangenomen.`}
      </p>
    </div>
  );
}

const every = (ms: number) => (ms === 60_000 ? 'elke minuut' : `elke ${ms / 60_000} minuten`);

const planWords = {
  one: () => 'Eén server',
  enough: (servers) => `Genoeg servers, de hele tijd: ${grouped(Math.round(servers))}`,
  scaled: (servers, peak) =>
    `Een schaler die servers bijzet: gemiddeld ${decimal(servers, 1)}, hoogste ${grouped(peak)}`,
} as const satisfies Record<PlanName, (servers: number, peak: number) => string>;

interface RowProps {
  readonly name: string;
  readonly total: number;
  readonly rejected: number;
  readonly waitMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  readonly usd: string;
  readonly isCurrent?: boolean;
}

function Row({ name, total, rejected, waitMs, usd, isCurrent = false }: RowProps) {
  return (
    <tr aria-current={isCurrent ? 'true' : undefined}>
      <th scope="row">{name}</th>
      <td class="number">
        <data value={usd}>{euroOf(usd)}</data>
        <small>{dollarOf(usd)}</small>
      </td>
      <td class="number">
        <data value={rejected}>{count(rejected, 'keer', 'keer')}</data>
        <small>{percent(rejected, total)}</small>
      </td>
      <td class="number">{wait(waitMs.p50)}</td>
      <td class="number">{wait(waitMs.p95)}</td>
      <td class="number">{wait(waitMs.p99)}</td>
    </tr>
  );
}
