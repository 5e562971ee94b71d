/** A cron expression of the course as Cloudflare reads it: five fields, in UTC, and a week that begins on Sunday as 1. */
import { RefusedProject } from '../refused-project.ts';

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
const FIELDS = 5;

/**
 * Days by their name, since a number means another day there. Source: developers.cloudflare.com, "Cron Triggers", read 2026-11.
 *
 * @throws RefusedProject for one with seconds, which Cloudflare does not know
 */
export function cloudflareCron(expression: string): string {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS) {
    throw new RefusedProject('Cloudflare kent geen seconden in een tijdschema. Maak er vijf velden van.');
  }
  const [minute = '', hour = '', day = '', month = '', week = ''] = fields;
  // Not what follows a slash or a hash: that is a count.
  const named = week.replace(/(?<![/#\w])[0-7](?!\w)/g, (digit) => DAYS[Number(digit)] ?? digit);
  return [minute, hour, day, month, named].join(' ');
}
