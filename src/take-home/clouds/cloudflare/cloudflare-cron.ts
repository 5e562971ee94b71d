/**
 * A cron expression of the course as Cloudflare reads it: five fields, in UTC, and a week that begins on Sunday as 1. What both write
 * the same way stays as it is; days of the week become names, since a number means another day there.
 *
 * Source: developers.cloudflare.com, "Cron Triggers", and the reader that Cloudflare itself uses, github.com/cloudflare/saffron,
 * both read 2026-11.
 */
import {
  type CronField,
  DAYS,
  DAYS_A_WEEK,
  HOURS,
  isStar,
  MINUTES,
  MONTHS,
  numberOf,
  runsOf,
  sorted,
  valuesOf,
  WEEKDAYS,
} from '../cron-fields.ts';
import { RefusedProject } from '../refused-project.ts';

const FIELDS = 5;
/** `*`, one step over all of it, or a list of values and ranges: both read these in the same way. */
const ALIKE = /^(?:\*|\*\/\d+|\w+(?:-\w+)?(?:\/\d+)?(?:,\w+(?:-\w+)?(?:\/\d+)?)*)$/;
/** `L`, the last day; `LW`, the last working day; `15W`, the working day nearest to the 15th. */
const SPECIAL_DAY = /^(?:L|LW|(?:[1-9]|[12]\d|3[01])W)$/;

/** @throws RefusedProject for an expression that Cloudflare does not know, or reads otherwise */
export function cloudflareCron(expression: string): string {
  const fields = expression.trim().toUpperCase().split(/\s+/);
  if (fields.length > FIELDS) {
    throw new RefusedProject('Cloudflare kent geen seconden in een tijdschema. Maak er vijf velden van.');
  }
  const [minute = '', hour = '', day = '', month = '', week = ''] = fields;
  const read = [
    written(MINUTES, minute),
    written(HOURS, hour),
    SPECIAL_DAY.test(day) ? day : written(DAYS, day),
    written(MONTHS, month),
    specialWeekday(week) ?? writtenWeek(week),
  ];
  if (read.some((one) => one === null)) {
    throw new RefusedProject(
      `Cloudflare kan deze tijd niet lezen: ${expression}. Schrijf die met getallen, lijsten en sterretjes, en zet iets als 15W of 5#2 alleen in een veld.`,
    );
  }
  return read.join(' ');
}

function written(field: CronField, text: string): string | null {
  if (isStar(text)) return '*';
  const values = valuesOf(field, text);
  return values && (ALIKE.test(text) ? text : values.join(','));
}

/** Every day by its name; a run of days as `MON-FRI`. */
function writtenWeek(text: string): string | null {
  if (isStar(text)) return '*';
  const values = valuesOf(WEEKDAYS, text);
  if (values === null) return null;
  const runs = runsOf(sorted(values.map((value) => value % DAYS_A_WEEK)));
  return runs
    .map((run) => [...new Set([run[0], run.at(-1)])].map(nameOf).join(run.length > 2 ? '-' : ','))
    .join(',');
}

/** `FRI#2`, the second Friday; `5L` or `FRI#L`, the last. */
function specialWeekday(text: string): string | null {
  const [, name = '', nth = ''] = /^(\w+?)(#[1-5]|#?L)$/.exec(text) ?? [];
  const value = numberOf(WEEKDAYS, name);
  return value === null ? null : `${nameOf(value % DAYS_A_WEEK)}${nth.replace('#L', 'L')}`;
}

const nameOf = (value: number | undefined) => WEEKDAYS.names[value ?? 0];
