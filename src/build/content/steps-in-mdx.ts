/**
 * Finds the steps of a lesson in its text: each `<Try>` with the `<Step>`s in it, their `do` and `when` as values, and the line of
 * each. What an author writes there is a literal and no program, so the reader of YAML reads it.
 */
import { readFlow } from './located.ts';

export interface StepTag {
  readonly line: number;
  /** As written; undefined where absent, null where it is no literal. */
  readonly doing: unknown;
  readonly when: unknown;
  /** What stands in it, as the author wrote it. */
  readonly text: string;
}

export interface TryTag {
  readonly line: number;
  /** Name of the playground; null where absent. */
  readonly at: string | null;
  readonly steps: readonly StepTag[];
}

export interface StepsOfLesson {
  /** Names of sample functions whose playground stands in the lesson. */
  readonly functions: readonly string[];
  readonly programs: readonly string[];
  /** The month's calculator stands in it. */
  readonly hasMonth: boolean;
  readonly tries: readonly TryTag[];
}

/** @param text of the lesson @param blanked the same text with what is code made blank, so that places agree */
export function stepsInMdx(text: string, blanked: string): StepsOfLesson {
  const tags = tagsIn(text, blanked);
  const named = (tag: string, attribute: string) =>
    tags.flatMap(({ name, attributes }) => (name === tag ? [attributes.get(attribute) ?? ''] : []));
  const tries = tags.filter(({ name }) => name === 'Try');
  return {
    functions: named('Playground', 'function'),
    programs: named('ProgramPlayground', 'program'),
    hasMonth: tags.some(({ name }) => name === 'Month'),
    tries: tries.map(({ start, attributes, line }) => {
      const end = blanked.indexOf('</Try>', start);
      const inside = tags.filter((tag) => tag.name === 'Step' && tag.start > start && tag.start < end);
      return {
        line,
        at: attributes.get('for') ?? null,
        steps: inside.map((step) => ({
          line: step.line,
          doing: literalOf(step.attributes.get('do')),
          when: literalOf(step.attributes.get('when')),
          text: text.slice(step.end, text.indexOf('</Step>', step.end)).trim(),
        })),
      };
    }),
  };
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** A quoted text, or what stands between braces with one pair of braces left. */
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<(Try|Step|Playground|ProgramPlayground|Month)\b/g;
const ATTRIBUTE = /\s+(\w+)=(?:"([^"]*)"|(?=\{))/y;

function tagsIn(text: string, blanked: string): readonly Tag[] {
  return [...blanked.matchAll(TAG)].map(({ 0: opening, 1: name = '', index: start }) => {
    const attributes = new Map<string, string>();
    let at = start + opening.length;
    for (;;) {
      ATTRIBUTE.lastIndex = at;
      const found = ATTRIBUTE.exec(text);
      if (found === null) break;
      const [whole, attribute = '', quoted] = found;
      at += whole.length;
      if (quoted === undefined) {
        const end = closingBrace(text, at);
        attributes.set(attribute, text.slice(at + 1, end));
        at = end + 1;
      } else attributes.set(attribute, quoted);
    }
    const end = text.indexOf('>', at) + 1;
    return { name, start, end, line: text.slice(0, start).split('\n').length, attributes };
  });
}

/** @returns the place of the brace that closes the one at `start`; braces in quotes are only signs */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function literalOf(literal: string | undefined): unknown {
  return literal === undefined ? undefined : readFlow(literal);
}
