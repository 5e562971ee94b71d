/**
 * Runs one scenario and tells how it goes, as long as it takes: there is nothing to wait for in a worker, and who wants it to end
 * ends the worker. Without a worker, and with a clock of its own, a test drives it.
 */
import {
  readScenario,
  type Scenario,
  ScenarioError,
  type Slice,
  sayScenarioError,
  startRun,
} from '../simulation/index.ts';
import { billsOfRun, spentOfRun } from './bills-of-run.ts';
import type { Begin, News } from './protocol.ts';
import { withoutCalls } from './scenario-of.ts';
import { rowOf } from './slice-store.ts';

/** Calls between two looks at the clock. */
const BUDGET = 5_000;
/** The first picture comes soon, the others less often than the screen is drawn. */
const FIRST_TELL_MS = 30;
const TELL_EVERY_MS = 80;
/** An amount is reckoned so often at most. */
const PRICE_EVERY_MS = 250;

/** @param nowMs a clock that only goes on */
export function runScenario(begin: Begin, tell: (news: News) => void, nowMs: () => number): void {
  try {
    // What a form lets through may still not go together.
    checkScenario(begin.scenario);
    if (begin.window === undefined) runWhole(begin, tell, nowMs);
    else runWindow(begin, begin.window, tell);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    tell({ type: 'refused', message: sayScenarioError(error) });
  }
}

/** The calls of a file were checked as they were read: what is checked here is all the rest. @throws ScenarioError */
function checkScenario(scenario: Scenario): void {
  const { arrivals } = scenario;
  const readTrace = () => arrivals as Scenario['arrivals'] & { kind: 'trace' };
  readScenario(withoutCalls(scenario), { readTrace });
}

function runWhole(
  { scenario, sliceMs, tariffs, tariffId }: Begin,
  tell: (news: News) => void,
  nowMs: () => number,
): void {
  let rows: number[] = [];
  const onSlice = (slice: Slice) => {
    rows.push(...rowOf(slice));
  };
  const run = startRun(scenario, { onSlice, sliceMs });
  const tariff = tariffs.find(({ id }) => id === tariffId);
  let nextTellMs = nowMs() + FIRST_TELL_MS;
  let nextPriceMs = nextTellMs;
  const tellRows = () => {
    if (rows.length > 0) tell({ type: 'slices', rows: new Float64Array(rows) });
    rows = [];
  };
  const tellMoney = () => {
    if (tariff === undefined) return;
    tell({ type: 'money', atMs: run.nowMs, usd: spentOfRun(run.result().usage, tariff) });
  };
  while (!run.advance(BUDGET)) {
    const now = nowMs();
    if (now < nextTellMs) continue;
    tellRows();
    if (now >= nextPriceMs) {
      tellMoney();
      nextPriceMs = nowMs() + PRICE_EVERY_MS;
    }
    nextTellMs = nowMs() + TELL_EVERY_MS;
  }
  tellRows();
  tellMoney();
  const result = run.result();
  tell({ type: 'done', result, bills: billsOfRun(result.usage, tariffs) });
}

/** A closer look: up to the window as one wide slice that nobody gets, then slice by slice. */
function runWindow(
  { scenario, sliceMs }: Begin,
  { fromMs, toMs }: NonNullable<Begin['window']>,
  tell: (news: News) => void,
): void {
  const rows: number[] = [];
  const onSlice = (slice: Slice) => {
    if (slice.fromMs >= fromMs && slice.fromMs < toMs) rows.push(...rowOf(slice));
  };
  const widthMs = (atMs: number) => (atMs < fromMs ? fromMs - atMs : sliceMs);
  const run = startRun(scenario, { onSlice, sliceMs: widthMs });
  while (run.nowMs < toMs + sliceMs && !run.advance(BUDGET)) {}
  tell({ type: 'slices', rows: new Float64Array(rows) });
  tell({ type: 'done', result: run.result(), bills: [] });
}
