/** What literals and operators come to. */
import type { Types } from './members.ts';
import { ANY, isNamed, named, type Type, union } from './type-text.ts';

/** By the name that the parser has for each. */
export const LITERALS: Readonly<Record<string, string>> = {
  String: 'string',
  TemplateString: 'string',
  Number: 'number',
  BooleanLiteral: 'boolean',
  null: 'null',
  RegExp: 'RegExp',
};

export type Sides = readonly [left: Type, right: Type];

/** `&&`, `||` and `??`. */
export function logical(sign: string, types: Types, [left, right]: Sides): Type {
  return sign === '&&' ? right : union([types.present(left), right]);
}

/** What comes of a sum: a text as soon as one side is one. */
export function calculated(sign: string, sides: Sides): Type {
  if (sign !== '+') return named('number');
  if (sides.some((side) => isNamed(side, 'string'))) return named('string');
  return sides.every((side) => isNamed(side, 'number')) ? named('number') : ANY;
}
