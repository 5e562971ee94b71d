/**
 * What more memory does to a run, under a stated model: a cloud that gives CPU in proportion to memory.
 *
 * The part of a run in which it computes gets faster with memory, until it has a whole vCPU; a function that does one
 * thing at a time can't use more. The part in which it waits takes as long whatever it costs.
 *
 * Source of the proportion and of 1,769 MB: AWS Lambda developer guide, "Configure Lambda function memory",
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html, as the tariff files quote it.
 */
import { receipt, type Tariff } from '../../billing/index.ts';

/** Memory with which a function has one vCPU. */
export const ONE_VCPU_MB = 1_769;

export const memorySizesMb = [
  128, 256, 512, 1_024, 1_769, 2_048, 3_008, 4_096, 6_144, 8_192, 10_240,
] as const;

export interface MemoryPoint {
  readonly memoryMb: number;
  readonly durationMs: number;
  /** Of a million runs. */
  readonly usd: string;
}

export interface ModelledRun {
  /** As measured on one whole CPU: the reader's own. */
  readonly measuredMs: number;
  /** Of that time, the share spent waiting, 0 to 1. */
  readonly waitingShare: number;
}

/** @returns duration of the same run with so much memory, in ms */
export function durationWith(memoryMb: number, { measuredMs, waitingShare }: ModelledRun): number {
  const waitingMs = measuredMs * waitingShare;
  const computingMs = measuredMs - waitingMs;
  return waitingMs + computingMs * (ONE_VCPU_MB / Math.min(memoryMb, ONE_VCPU_MB));
}

export function memoryCurve(tariff: Tariff, run: ModelledRun): readonly MemoryPoint[] {
  return memorySizesMb.map((memoryMb) => {
    const durationMs = durationWith(memoryMb, run);
    const record = { count: 1_000_000, durationMs, memoryMb };
    return { memoryMb, durationMs, usd: receipt(tariff, [record], { freeTier: false }).totalUsd };
  });
}
