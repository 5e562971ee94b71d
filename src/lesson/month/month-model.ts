/**
 * The month: one kind of run, so many times a day, under every tariff, beside servers that are always on. State
 * apart from view; all amounts are billing's own, none is estimated. A test and the bench drive it without a page.
 */
import { batch, computed, signal } from '@preact/signals';
import { besideLines, besideUsd, type PerCall, withBeside } from '../../billing/beside.ts';
import {
  type AlwaysOn,
  type Beside,
  HOURS_PER_MONTH,
  monthlyUsd,
  partsOf,
  roughly,
  surplusUsd,
  type Tariff,
  unpricedExtras,
} from '../../billing/index.ts';
import { breakEven, MAX_INVOCATIONS, type Month, monthOf, perMonth } from '../../billing/month.ts';
import { writeNumber } from '../../billing/written-number.ts';
import { type MonthState, type NumberField, readNumber, standardMonth } from '../../course/month-address.ts';

/** Invocations a day on the chart: more than four orders of magnitude. */
export const CHART_FROM = 100;
export const CHART_TO = 10_000_000;
/** Points a curve: enough for a smooth line between them, also where a free tier ends. */
const POINTS = 56;

export interface Curve {
  readonly tariff: Tariff;
  readonly month: Month;
  /** USD a month at each of `days`. */
  readonly usd: readonly number[];
}

/** Invocations a day at which all curves are known, even steps on a scale of powers. */
export const days: readonly number[] = Array.from({ length: POINTS }, (_, at) =>
  Math.round(CHART_FROM * (CHART_TO / CHART_FROM) ** (at / (POINTS - 1))),
);

interface Worked {
  usd: readonly number[] | null;
  /** By the price of the server beside it. */
  readonly breakEvens: Map<string, number | null>;
}

/** What was worked out of a month, which never changes. */
const worked = new WeakMap<Month, Worked>();

function workedOf(month: Month): Worked {
  const known = worked.get(month) ?? { usd: null, breakEvens: new Map() };
  worked.set(month, known);
  return known;
}

function usdOf(month: Month): readonly number[] {
  const known = workedOf(month);
  known.usd ??= days.map((day) => roughly(month.costAt(perMonth(day))));
  return known.usd;
}

function breakEvenOf(month: Month, fixedUsd: string): number | null {
  const { breakEvens } = workedOf(month);
  const known = breakEvens.get(fixedUsd);
  if (known !== undefined) return known;
  const found = breakEven(month, fixedUsd);
  breakEvens.set(fixedUsd, found);
  return found;
}

/** What the fields of the form hold, as text: a half-typed number is nobody's mistake yet. */
type Texts = Record<NumberField, string>;

export function createMonth(
  tariffs: readonly Tariff[],
  servers: readonly AlwaysOn[],
  start: Partial<MonthState> = {},
  besides: readonly Beside[] = [],
) {
  const initial = { ...standardMonth, ...start };
  const texts = signal<Texts>(textsOf(initial));
  const perDay = signal(initial.perDay);
  const rest = signal({
    durationMs: initial.durationMs,
    cpuMs: initial.cpuMs,
    memoryMb: initial.memoryMb,
    initMs: initial.initMs,
    coldPercent: initial.coldPercent,
    readsPerCall: initial.readsPerCall,
    writesPerCall: initial.writesPerCall,
    messagesPerCall: initial.messagesPerCall,
  });
  const tariffId = signal(initial.tariffId);
  const serverId = signal(initial.serverId);
  const freeTier = signal(initial.freeTier);
  const address = signal(initial.address);
  const disk = signal(initial.disk);
  const beside = signal(initial.beside);

  /** Fields that hold no possible number; the month goes on with the last one that was. */
  const wrong = computed(() =>
    (Object.keys(texts.value) as NumberField[]).filter((field) => {
      const text = texts.value[field];
      return !(field === 'cpuMs' && text.trim() === '') && readNumber(field, text) === null;
    }),
  );

  /** What each call does beside the function; null while that is not counted. */
  const perCallNow = computed<PerCall | null>(() => {
    if (!beside.value) return null;
    const { readsPerCall, writesPerCall, messagesPerCall } = rest.value;
    return { gateway: 1, read: readsPerCall, write: writesPerCall, message: messagesPerCall };
  });

  function besideOf({ id }: Tariff): Beside | null {
    return besides.find(({ goesWith }) => goesWith.includes(id)) ?? null;
  }

  const months = computed(() => {
    const { durationMs, cpuMs, memoryMb, initMs, coldPercent } = rest.value;
    const use = {
      durationMs,
      memoryMb,
      initMs,
      coldShare: coldPercent / 100,
      ...(cpuMs !== null && { cpuMs }),
    };
    const perCall = perCallNow.value;
    return tariffs.map((tariff) => {
      const month = monthOf(tariff, use, { freeTier: freeTier.value });
      const itsBeside = besideOf(tariff);
      return perCall === null || itsBeside === null
        ? month
        : withBeside(month, besideUsd(itsBeside, perCall));
    });
  });

  const curves = computed<readonly Curve[]>(() =>
    months.value.map((month) => ({
      tariff: month.tariff,
      month,
      usd: usdOf(month),
    })),
  );

  const chosen = computed(() => curves.value.find(({ tariff }) => tariff.id === tariffId.value) ?? null);
  const server = computed(() => servers.find(({ id }) => id === serverId.value) ?? null);
  const extras = computed(() => ({ 'public-ipv4': address.value, disk: disk.value }));
  /** What each server costs a month with what is ticked, and what of that has no price with a source. */
  const serverMonths = computed(() =>
    servers.map((one) => ({
      server: one,
      usd: monthlyUsd(one, partsOf(one, extras.value)),
      unpriced: unpricedExtras(one, extras.value),
    })),
  );
  const chosenServer = computed(() => serverMonths.value.find((one) => one.server === server.value) ?? null);
  const serverUsd = computed(() => chosenServer.value?.usd ?? '0');

  /** From how many invocations a month on the server costs less than this tariff; null: never. */
  const breakEvens = computed(
    () => new Map(months.value.map((month) => [month.tariff.id, breakEvenOf(month, serverUsd.value)])),
  );

  /** The chosen server costs less than the chosen tariff, at as many invocations as are set. */
  const isServerCheaper = computed(() => {
    const point = breakEvens.value.get(tariffId.value) ?? null;
    return point !== null && perMonthNow.value >= point;
  });

  const perMonthNow = computed(() => Math.min(MAX_INVOCATIONS, perMonth(perDay.value)));

  /** What stands beside the chosen tariff, line by line; null when it has no price with a source. */
  const chosenBeside = computed(() => {
    const itsBeside = chosen.value === null ? null : besideOf(chosen.value.tariff);
    if (perCallNow.value === null || itsBeside === null) return null;
    return besideLines(itsBeside, perCallNow.value, perMonthNow.value);
  });

  /** How many invocations run at once, on average. */
  const busyAtOnce = computed(
    () => (perMonthNow.value * rest.value.durationMs) / (HOURS_PER_MONTH * 3_600_000),
  );

  /** Virtual CPUs in use on average, if each run has one for as long as it computes. */
  const busyVcpu = computed(() => {
    const { cpuMs, durationMs } = rest.value;
    return (perMonthNow.value * (cpuMs ?? durationMs)) / (HOURS_PER_MONTH * 3_600_000);
  });
  /** What the server costs above its price when its processors are that busy; null where no source says. */
  const surplus = computed(() =>
    server.value === null ? null : surplusUsd(server.value, busyVcpu.value.toFixed(12)),
  );

  function type(field: NumberField, text: string): void {
    batch(() => {
      texts.value = { ...texts.peek(), [field]: text };
      if (field === 'cpuMs' && text.trim() === '') {
        rest.value = { ...rest.peek(), cpuMs: null };
        return;
      }
      const value = readNumber(field, text);
      if (value === null) return;
      if (field === 'perDay') perDay.value = value;
      else rest.value = { ...rest.peek(), [field]: value };
    });
  }

  /**
   * Works out what the month will show, a piece at a time: asked for all at once, it keeps a slow phone busy for more than a second.
   *
   * @param pause lets others go first, between the pieces
   */
  async function prepare(pause: () => Promise<void>): Promise<void> {
    for (const month of months.value) {
      await pause();
      usdOf(month);
      breakEvenOf(month, serverUsd.value);
    }
  }

  /** From a slider, whose steps are even on a scale of powers: rounded to two digits that say something. */
  function slideTo(day: number): void {
    const step = 10 ** Math.max(0, Math.floor(Math.log10(day)) - 1);
    type('perDay', String(Math.round(day / step) * step));
  }

  const state = computed<MonthState>(() => ({
    perDay: perDay.value,
    ...rest.value,
    tariffId: tariffId.value,
    serverId: serverId.value,
    freeTier: freeTier.value,
    address: address.value,
    disk: disk.value,
    beside: beside.value,
  }));

  function load(next: MonthState): void {
    batch(() => {
      texts.value = textsOf(next);
      perDay.value = next.perDay;
      const { durationMs, cpuMs, memoryMb, initMs, coldPercent } = next;
      const { readsPerCall, writesPerCall, messagesPerCall } = next;
      rest.value = {
        durationMs,
        cpuMs,
        memoryMb,
        initMs,
        coldPercent,
        readsPerCall,
        writesPerCall,
        messagesPerCall,
      };
      tariffId.value = next.tariffId;
      serverId.value = next.serverId;
      freeTier.value = next.freeTier;
      address.value = next.address;
      disk.value = next.disk;
      beside.value = next.beside;
    });
  }

  return {
    servers,
    texts,
    wrong,
    perDay,
    perMonthNow,
    tariffId,
    serverId,
    freeTier,
    address,
    disk,
    beside,
    besideOf,
    chosenBeside,
    curves,
    chosen,
    server,
    serverMonths,
    chosenServer,
    serverUsd,
    breakEvens,
    isServerCheaper,
    busyAtOnce,
    busyVcpu,
    surplus,
    state,
    type,
    slideTo,
    load,
    prepare,
  };
}

export type MonthModel = ReturnType<typeof createMonth>;

function textsOf(state: MonthState): Texts {
  const text = (value: number | null) => (value === null ? '' : writeNumber(value));
  return {
    perDay: text(state.perDay),
    durationMs: text(state.durationMs),
    cpuMs: text(state.cpuMs),
    memoryMb: text(state.memoryMb),
    initMs: text(state.initMs),
    coldPercent: text(state.coldPercent),
    readsPerCall: text(state.readsPerCall),
    writesPerCall: text(state.writesPerCall),
    messagesPerCall: text(state.messagesPerCall),
  };
}
