/** What a simulated month costs under every tariff, from the usage that the simulation counted: the sums are billing's. Pure. */
import { type Receipt, receipt, type Tariff, type UsageRecord } from '../billing/index.ts';

export interface BillOfRun {
  readonly tariffId: string;
  readonly paid: Receipt;
  /** With what is free each month taken off. */
  readonly withFreeTier: Receipt;
}

export function billsOfRun(usage: readonly UsageRecord[], tariffs: readonly Tariff[]): readonly BillOfRun[] {
  return tariffs.map((tariff) => ({
    tariffId: tariff.id,
    paid: receipt(tariff, usage, { freeTier: false }),
    withFreeTier: receipt(tariff, usage, { freeTier: true }),
  }));
}

/** Exact dollars of what ran so far, for the amount that grows. */
export function spentOfRun(usage: readonly UsageRecord[], tariff: Tariff): string {
  return receipt(tariff, usage, { freeTier: false }).totalUsd;
}
