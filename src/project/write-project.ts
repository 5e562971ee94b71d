/** From a project to the text of `functielab.json`: in a fixed order, without what goes by itself. */
import type { z } from 'astro/zod';
import { type Project, projectSchema } from './project-schema.ts';

/** So that `readProject` reads the same project from it; functions and settings stay in the order in which they are. */
export function writeProject(project: Project): string {
  return `${JSON.stringify(plain(projectSchema, project), null, 2)}\n`;
}

/** What a field has when it is left out. */
const LEFT_OUT = Symbol('left out');

type Def = z.core.$ZodTypeDef & {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly defaultValue?: unknown;
};

/** Follows the schema, so that a field that a schema gets later is written as well. */
function plain(schema: z.core.$ZodType, value: unknown): unknown {
  const def = schema._zod.def as Def;
  if (value === undefined) return LEFT_OUT;
  switch (def.type) {
    case 'default':
      return isSame(value, def.defaultValue) ? LEFT_OUT : inner(def, value);
    case 'optional':
      return inner(def, value);
    case 'object':
      return fromEntries(
        Object.entries(def.shape ?? {}).map(([key, field]) => [
          key,
          plain(field, Reflect.get(Object(value), key)),
        ]),
      );
    case 'record':
      return fromEntries(
        Object.entries(Object(value)).map(([key, one]) => [
          key,
          def.valueType ? plain(def.valueType, one) : one,
        ]),
      );
    case 'array':
      return (value as readonly unknown[]).map((one) => (def.element ? plain(def.element, one) : one));
    case 'union': {
      const option = def.discriminator === undefined ? null : optionOf(def, value);
      return option === null ? value : plain(option, value);
    }
    default:
      return value;
  }
}

const inner = ({ innerType }: Def, value: unknown) => (innerType ? plain(innerType, value) : value);

/** Of a union that is told apart by one field, the member that a value belongs to. */
function optionOf({ options = [], discriminator = '' }: Def, value: unknown): z.core.$ZodType | null {
  const type = Reflect.get(Object(value), discriminator);
  return options.find((option) => option._zod.propValues?.[discriminator]?.has(type)) ?? null;
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries.filter(([, value]) => value !== LEFT_OUT));
}

/** Of what JSON can hold. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
