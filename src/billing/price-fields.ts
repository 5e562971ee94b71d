/**
 * Fields that more than one kind of price file has, as zod checks them. Build, tests and the shell import it by way of
 * `parse-tariff.ts`; no page does.
 */
import { z } from 'zod';
import { seenInValues } from './tariff.ts';

export const text = z.string().min(1);
/** `aws-lambda-x86-us-east-1`: also the file's name, and part of addresses. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and dashes');
// Stops at the first problem: what is compared later on must be a decimal.
export const decimal = z
  .string('quote it: "0.20", so that it stays exact')
  .regex(/^\d+(\.\d+)?$/, { error: 'like "0.20"', abort: true });
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, like "2026-10-28"');
export const readDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?|-\d{4})?$/, 'a day, month, year or range of years, like "2026-09-28"');
export const confidence = z.enum(['verified', 'doubtful']);

export const provenance = {
  source: z.url(),
  sourceNote: text.exactOptional(),
  seenIn: z.enum(seenInValues),
  confidence,
};

export const priced = {
  id,
  provider: text,
  product: text,
  region: text,
  currency: z.enum(['USD', 'EUR']),
  readDate: readDate.nullable(),
  notes: text.exactOptional(),
  ...provenance,
};
