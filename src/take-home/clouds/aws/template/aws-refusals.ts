/** What AWS would refuse when a project is deployed, told when the project is made. */

import type { CloudFunctionSpec } from '../../adapter/index.ts';
import { RefusedProject } from '../../refused-project.ts';
import { toEventBridge } from './eventbridge-cron.ts';

const scheduleWords = {
  subMinute: 'EventBridge start niets vaker dan één keer per minuut. Kies een expressie met vijf velden',
  bothDays:
    'EventBridge kent dagen van de maand of dagen van de week, en niet allebei. Maak er twee functies van',
  unreadable:
    'deze tijd is niet om te zetten naar EventBridge. Schrijf die met getallen, lijsten en sterretjes',
};

/**
 * Between the brackets of `cron(…)`.
 *
 * @throws RefusedProject, in Dutch, for an expression that EventBridge cannot have
 */
export function scheduleFields(name: string, cron: string): string {
  const schedule = toEventBridge(cron);
  if (!schedule.ok) throw new RefusedProject(`${name} (${cron}): ${scheduleWords[schedule.problem]}.`);
  return schedule.fields;
}

/** `schrijf-in` → `SchrijfIn`: CloudFormation takes letters and digits only. */
export function pascal(name: string): string {
  return name.replace(/(?:^|-+)(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

/** @throws RefusedProject, in Dutch, for functions that cannot be beside each other */
export function checkTogether(functions: readonly CloudFunctionSpec[]): void {
  for (const [one, other] of pairsOf(functions)) {
    if (pascal(one.name) === pascal(other.name)) {
      throw new RefusedProject(
        `Voor AWS heten ${one.name} en ${other.name} hetzelfde. Geef een van beide een andere naam.`,
      );
    }
    const [a, b] = [one.trigger, other.trigger];
    if (a.type !== 'upload' || b.type !== 'upload') continue;
    if (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix)) {
      throw new RefusedProject(
        `${one.name} en ${other.name} kijken naar dezelfde bestanden, en S3 vertelt dat maar aan een van beide. Geef ze elk een eigen map.`,
      );
    }
  }
}

/**
 * CloudFormation fills these in wherever they stand in a template, and knows no way to write one as text. Source: AWS CloudFormation
 * user guide, "Dynamic references", read 2026-11-29.
 *
 * @throws RefusedProject, in Dutch, when what the reader has written holds one
 */
export function checkReferences(template: string): void {
  if (template.includes('{{resolve:')) {
    throw new RefusedProject(
      'In een instelling, een pad of de titel staat {{resolve:…}}. AWS leest dat als een verwijzing naar een geheim, en vult die bij het uitrollen in. Haal dat eruit.',
    );
  }
}

function pairsOf<Value>(list: readonly Value[]): [Value, Value][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [Value, Value] => [one, other]));
}
