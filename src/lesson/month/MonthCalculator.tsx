/**
 * From one run to a month: a form, a chart over more than four orders of magnitude, where a server that is always on
 * becomes cheaper, and the same figures as a table. On its own page the state is in the address.
 *
 * The model of this folder, `month-model.ts`, knows no page, and all money in it is billing's: begin there. Only
 * `../islands.tsx` imports this view, so that it is fetched when it is seen.
 */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type BesideWhat, printQuantity, sumUsd } from '../../billing/index.ts';
import { perDay } from '../../billing/month.ts';
import { type MonthState, monthFragment, readFragment } from '../../course/month-address.ts';
import { ChartPicture } from '../../kit/chart/ChartPicture.tsx';
import type { ChartData } from '../../kit/chart/draw.ts';
import { Chart } from '../../kit/chart/LineChart.tsx';
import { count } from '../../kit/numbers.ts';
import { alwaysOns, besides, comparedTariffs, tariffs } from '../../till/prices/all-prices.ts';
import { axisEuro, dollarOf, euroOf, inEuroRoughly, roughCount } from '../../till/prices/euros.ts';
import { ReceiptPaper } from '../../till/receipt/ReceiptPaper.tsx';
import { readInWords } from '../../till/receipt/reasons.ts';
import { printMonth } from '../../till/receipt/receipts.ts';
import { BreakEvenWords } from './BreakEvenWords.tsx';
import { MonthForm } from './MonthForm.tsx';
import { MonthTable } from './MonthTable.tsx';
import { CHART_FROM, CHART_TO, createMonth, days, type MonthModel } from './month-model.ts';
import { ServerTable } from './ServerTable.tsx';
import { monthSheet } from './sheet.ts';

interface Props {
  /** What it starts with, in a lesson. */
  readonly start?: Partial<MonthState>;
  /** Read and written in the address: on the page of the month. */
  readonly isInAddress?: boolean;
}

const known = {
  tariffs: tariffs.map(({ id }) => id),
  servers: alwaysOns.map(({ id }) => id),
};

/** @returns the month as a part of a page, once all that it shows first is worked out */
export async function prepareMonth({
  start = {},
  isInAddress = false,
}: Props): Promise<ComponentType<Props>> {
  const model = createMonth(listed(start), alwaysOns, start, besides);
  if (isInAddress) model.load(readFragment(location.hash, known).state);
  await model.prepare(() => new Promise((next) => setTimeout(next)));
  return (props) => <Month {...props} model={model} />;
}

interface MonthProps extends Props {
  readonly model: MonthModel;
  /** It stands in a page as that is built, and never runs. */
  readonly isBuilt?: boolean;
}

export function Month({ model, isInAddress = false, isBuilt = false }: MonthProps) {
  const [wrong, setWrong] = useState<readonly string[]>([]);
  // The tables and the receipt are below the screen: the form and the chart are drawn before them.
  const [isWhole, setWhole] = useState(isBuilt);
  useEffect(() => {
    const rest = setTimeout(() => setWhole(true));
    return () => clearTimeout(rest);
  }, []);

  useEffect(() => {
    monthSheet.value = model;
    return () => {
      if (monthSheet.peek() === model) monthSheet.value = null;
    };
  }, [model]);

  useEffect(() => {
    if (!isInAddress) return;
    const read = () => {
      const { state, wrong: names } = readFragment(location.hash, known);
      setWrong(names);
      model.load(state);
    };
    read();
    addEventListener('hashchange', read);
    const stop = model.state.subscribe((state) => {
      const fragment = monthFragment(state);
      if (fragment !== (location.hash || '#')) history.replaceState(history.state, '', fragment);
    });
    return () => {
      stop();
      removeEventListener('hashchange', read);
    };
  }, []);

  return (
    <div class="month" role="group" aria-label="Een maand rekenen">
      {wrong.length > 0 && (
        <p role="alert">
          In het adres van deze pagina stond een waarde die niet kan: {wrong.join(', ')}. Daarvoor staat nu de
          gewone waarde in het formulier.
        </p>
      )}
      <MonthForm model={model} isShared={isInAddress}>
        <MonthChart model={model} isBuilt={isBuilt} />
        <BreakEvenWords model={model} />
      </MonthForm>
      {isWhole && (
        <>
          <MonthTable model={model} />
          <ServerTable model={model} />
          <MonthReceipt model={model} />
        </>
      )}
    </div>
  );
}

/** The compared ones, and the one asked for if it is no such. */
function listed({ tariffId }: Partial<MonthState>) {
  const extra = tariffs.find(({ id }) => id === tariffId);
  if (extra === undefined || comparedTariffs.includes(extra)) return comparedTariffs;
  return [...comparedTariffs, extra];
}

const words = {
  x: roughCount,
  y: axisEuro,
  xLabel: 'Aanroepen per dag',
  yLabel: 'Kosten per maand',
};

function MonthChart({ model, isBuilt }: { readonly model: MonthModel; readonly isBuilt: boolean }) {
  const data = chartData(model);
  const chosen = model.chosen.value;
  const server = model.server.value;
  const hasFreePart = model.curves.value.some(({ usd }) => usd.includes(0));
  const begins = hasFreePart
    ? ' Waar een lijn pas later begint, kost het daarvoor niets: deze schaal heeft geen nul.'
    : '';
  return (
    <>
      <Chart
        data={data}
        words={words}
        summary={`Kosten per maand bij ${roughCount(CHART_FROM)} tot ${roughCount(CHART_TO)} aanroepen per dag. Beide schalen gaan in stappen van tien keer zoveel. De dunne lijnen zijn de andere tarieven en servers; de tabellen noemen ze. Een rondje is een omslagpunt.${begins} Klik in de grafiek om een aantal te kiezen.`}
        picture={isBuilt && import.meta.env.SSR ? <ChartPicture data={data} words={words} /> : null}
        onPick={(day) => model.slideTo(Math.min(CHART_TO, Math.max(CHART_FROM, day)))}
      />
      <ul class="chart__key">
        <li>{chosen ? chosen.tariff.product : ''}</li>
        <li class="chart__fixed">{server ? server.product : ''}</li>
        <li class="chart__faint">andere tarieven</li>
        <li class="chart__faint-fixed">andere servers</li>
      </ul>
    </>
  );
}

function chartData(model: MonthModel): ChartData {
  const chosenId = model.tariffId.value;
  const chosenServer = model.server.value;
  const serverEuro = inEuroRoughly(Number(model.serverUsd.value));
  const others = model.curves.value.filter(({ tariff }) => tariff.id !== chosenId);
  const strong = model.chosen.value;
  const flat = (usd: string) => days.map(() => inEuroRoughly(Number(usd)));
  /** Where it crosses the chosen server, when that is on the chart. */
  const crossing = (id: string): { x: number; y: number }[] => {
    const day = perDay(model.breakEvens.value.get(id) ?? 0);
    return day >= CHART_FROM && day <= CHART_TO ? [{ x: day, y: serverEuro }] : [];
  };
  return {
    x: days,
    at: model.perDay.value,
    marks: [
      ...others.flatMap(({ tariff }) => crossing(tariff.id)),
      ...crossing(chosenId).map((point) => ({ ...point, text: 'omslagpunt' })),
    ],
    lines: [
      ...model.serverMonths.value
        .filter(({ server }) => server !== chosenServer)
        .map(({ server, usd }) => ({
          label: server.id,
          values: flat(usd),
          kind: 'faint-fixed' as const,
        })),
      ...others.map(({ tariff, usd }) => ({
        label: tariff.id,
        values: usd.map(inEuroRoughly),
        kind: 'faint' as const,
      })),
      { label: 'server', values: flat(model.serverUsd.value), kind: 'fixed' },
      ...(strong
        ? [{ label: strong.tariff.id, values: strong.usd.map(inEuroRoughly), kind: 'strong' as const }]
        : []),
    ],
  };
}

/** What stands beside the function, with where each price was read; its sum is in the amounts above, not on the receipt. */
function BesideList({ model }: { readonly model: MonthModel }) {
  if (!model.beside.value) return null;
  const lines = model.chosenBeside.value;
  if (lines === null) {
    return (
      <p>
        Voordeur, opslag en wachtrij tellen hier niet mee: bij dit tarief hebben we daarvoor geen prijs met
        een bron.
      </p>
    );
  }
  return (
    <>
      <p>
        Ernaast, en meegeteld in de grafiek en de tabel: samen{' '}
        {euroOf(sumUsd(lines.map((line) => line.amountUsd)))} per maand. Bij de server telt dit niet mee: daar
        draaien ze op de machine zelf.
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.what}>
            {besideWords[line.what]} ({line.product}): {printQuantity(line.requests)} verzoeken ×{' '}
            {dollarOf(line.priceUsd, 3)} per miljoen = {euroOf(line.amountUsd)}. Bron:{' '}
            <a href={line.source}>{new URL(line.source).hostname}</a>, {readInWords(line)}.
          </li>
        ))}
      </ul>
    </>
  );
}

const besideWords = {
  gateway: 'Voordeur',
  read: 'Lezen uit de opslag',
  write: 'Schrijven in de opslag',
  message: 'Berichten: sturen, ophalen en wissen',
} satisfies Record<BesideWhat, string>;

/** The chosen tariff's month, line by line. */
function MonthReceipt({ model }: { readonly model: MonthModel }) {
  const month = model.chosen.value?.month;
  if (month === undefined) return null;
  const invocations = model.perMonthNow.value;
  return (
    <div class="lesson-receipt receipt-shadow" role="group" aria-label="Kassabon van de maand">
      <ReceiptPaper
        title="Een maand"
        receipt={printMonth(month.receiptAt(invocations), month.tariff)}
        total={count(invocations, 'aanroep', 'aanroepen')}
      />
      <BesideList model={model} />
    </div>
  );
}
