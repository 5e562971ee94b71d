/** A project for a cloud as a zip, and what the last run would cost there. Fetched when it is asked for. */
import { strToU8, zipSync } from 'fflate';
import type { UsageRecord } from '../../billing/index.ts';
import { findTariff } from '../../till/prices/all-prices.ts';
import { printRun } from '../../till/receipt/receipts.ts';
import { type CloudProjectAsked, cloudProject } from './cloud-project.ts';
import type { CloudTarget } from './target.ts';

/** @throws Error when the parts of the target cannot be fetched, or it refuses what the reader has set */
export async function cloudZip(
  target: CloudTarget,
  asked: CloudProjectAsked,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = await cloudProject(target, asked);
  const entries = files.map(({ path, text }) => [`${asked.name}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>;
}

/** @param usage of the last run; null when nothing ran @returns null without a run, or without a tariff of this provider */
export function costOf({ tariffId }: CloudTarget, usage: UsageRecord | null): string | null {
  const tariff = tariffId === null ? undefined : findTariff(tariffId);
  if (tariff === undefined || usage === null) return null;
  // What a month costs anyhow, and what is in that, says nothing of one call.
  const { included: _included, credits: _credits, ...own } = tariff;
  const components = tariff.components.filter(({ rule }) => rule !== 'base-fee');
  const priced = { ...own, components };
  const { totalEuro, tariffName } = printRun(usage, { tariff: priced, options: { freeTier: false } });
  return `Je laatste aanroep in het lab zou hier ${totalEuro} kosten, met het tarief *${tariffName}* en zonder wat gratis of inbegrepen is. Een vast bedrag per maand en wat een opslag, een wachtrij of het netwerk kost, zit daar niet bij.`;
}
