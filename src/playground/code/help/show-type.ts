/** A type as a reader may see it: on one line, and no longer than helps. */
import { ANY, type Signature, type Type } from './type-text.ts';

/** More of a type would be no help on one line. */
const MOST_MEMBERS = 4;

/** As a reader may see it: short, and in the syntax in which it was written. */
export function showType(type: Type): string {
  switch (type.kind) {
    case 'name': {
      const [first = ANY] = type.args;
      if (type.name === 'Array')
        return first.kind === 'union' ? `(${showType(first)})[]` : `${showType(first)}[]`;
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(showType).join(', ')}>`;
    }
    case 'union':
      return type.parts.map(showType).join(' | ');
    case 'tuple':
      return `[${type.parts.map(showType).join(', ')}]`;
    case 'object': {
      const members = [...type.members].map(([name, one]) => `${name}: ${showType(one)}`);
      if (type.rest !== null) members.push(`[…]: ${showType(type.rest)}`);
      const shown = members.length > MOST_MEMBERS ? [...members.slice(0, MOST_MEMBERS), '…'] : members;
      return shown.length === 0 ? '{}' : `{ ${shown.join(', ')} }`;
    }
    case 'function': {
      const signature = type.signatures.at(-1);
      return signature ? `${showParams(signature)} => ${showType(signature.returns)}` : '() => any';
    }
  }
}

function showParams({ params }: Signature): string {
  const shown = params.map(
    ({ name, type, isOptional, isRest }) =>
      `${isRest ? '...' : ''}${name}${isOptional ? '?' : ''}: ${showType(type)}`,
  );
  return `(${shown.join(', ')})`;
}
