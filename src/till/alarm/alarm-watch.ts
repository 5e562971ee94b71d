/**
 * An alarm as clouds have it: told of each call that ended, it knows at which of them a border was passed, and rings as late as
 * the figures of a bill come in. It stops nothing. Pure: the moments come with the calls, and no clock is read here.
 *
 *     calls ─▶ measure.ts: over the border? ─▶ crossed ──(as late as set)──▶ rung, once
 *
 * The playground has this with its engine (`playground/model/alarm-keeper.ts`). Begin here, then `measure.ts`; what both
 * speak of is in `alarm-terms.ts`.
 */
import { createMeter, type Meter, priceTotals, type UsageRecord } from '../../billing/index.ts';
import type { TariffChoice } from '../prices/tariff-choice.ts';
import type { Used } from '../visit/pricing.ts';
import { type AlarmMoment, type AlarmStanding, type AlarmTerms, type Heard, QUIET } from './alarm-terms.ts';
import { type Measure, measureOf } from './measure.ts';

export class AlarmWatch {
  readonly #terms: AlarmTerms;
  readonly #by: TariffChoice;
  readonly #meter: Meter;
  readonly #measure: Measure;
  #calls = 0;
  #standing: AlarmStanding = QUIET;

  /**
   * @param before what is on the bill already: when that is over the amount, the alarm is crossed as it is set
   * @throws UsageError for an amount that is no decimal (`NOT_A_DECIMAL`, `NEGATIVE`)
   */
  constructor(terms: AlarmTerms, by: TariffChoice, before: readonly Used[], nowMs: number) {
    this.#terms = terms;
    this.#by = by;
    this.#meter = createMeter(by.tariff);
    this.#measure = measureOf(terms, by, this.#meter);
    for (const { usage } of before) this.#bill(usage);
    this.#judge(nowMs);
  }

  get standing(): AlarmStanding {
    return this.#standing;
  }

  /** In the order in which they ended. */
  hear(heard: Heard): void {
    this.look(heard.atMs);
    if (heard.usage !== null) this.#bill(heard.usage);
    this.#measure.add(heard);
    this.#judge(heard.atMs);
  }

  /** It is now so late: strictly later than the ringing, since a call may still come that ended at that very moment. */
  look(nowMs: number): void {
    const { crossed, rung } = this.#standing;
    if (crossed === null || rung !== null) return;
    const dueMs = crossed.atMs + this.#terms.lateMs;
    if (nowMs > dueMs) this.#standing = { crossed, rung: this.#momentAt(dueMs) };
  }

  #bill(usage: UsageRecord): void {
    this.#meter.add(usage);
    this.#calls += usage.count ?? 1;
  }

  #judge(atMs: number): void {
    if (this.#standing.crossed === null && this.#measure.isOver())
      this.#standing = { crossed: this.#momentAt(atMs), rung: null };
  }

  #momentAt(atMs: number): AlarmMoment {
    const { tariff, options } = this.#by;
    return { atMs, calls: this.#calls, usd: priceTotals(tariff, this.#meter.totals(), options).totalUsd };
  }
}
