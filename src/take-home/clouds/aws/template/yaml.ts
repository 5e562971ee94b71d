/** As much of YAML as a template of AWS needs: maps, lists, text, numbers, and the short forms `!Ref`, `!GetAtt` and `!Sub`. */

import { jsonForYaml } from '../../glue.ts';

/** `!Ref Opslag` */
export class Tagged {
  readonly tag: 'Ref' | 'GetAtt' | 'Sub';
  readonly of: string;

  constructor(tag: Tagged['tag'], of: string) {
    this.tag = tag;
    this.of = of;
  }
}

export type Yaml =
  | string
  | number
  | boolean
  | Tagged
  | readonly Yaml[]
  /** What is undefined is left out. */
  | { readonly [name: string]: Yaml | undefined };

/** Plain without quotes: no word or number that YAML reads as something else, and no sign that it uses. */
const PLAIN =
  /^(?!(?:y|n|yes|no|on|off|true|false|null|~)$)[A-Za-z_$/](?:[\w./$ ()*?-]*[\w.)/*])?(?::[\w*]+)*$/i;

export function toYaml(value: { readonly [name: string]: Yaml | undefined }): string {
  return `${linesOf(value).join('\n')}\n`;
}

function linesOf(value: Yaml): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: Yaml) => {
      const [first = '', ...rest] = isNested(item) ? linesOf(item) : [scalar(item)];
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  return Object.entries(value as { readonly [name: string]: Yaml | undefined }).flatMap(([name, item]) => {
    if (item === undefined) return [];
    const label = scalar(name);
    return isNested(item)
      ? [`${label}:`, ...linesOf(item).map((line) => `  ${line}`)]
      : [`${label}: ${scalar(item)}`];
  });
}

const isNested = (value: Yaml) => typeof value === 'object' && !(value instanceof Tagged);

function scalar(value: Yaml): string {
  if (value instanceof Tagged) return `!${value.tag} ${text(value.of)}`;
  return typeof value === 'string' ? text(value) : String(value);
}

function text(value: string): string {
  if (PLAIN.test(value)) return value;
  // A text between single quotes holds everything but what is no plain sign, which JSON knows how to write.
  return /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(value)
    ? jsonForYaml(value)
    : `'${value.replaceAll("'", "''")}'`;
}
