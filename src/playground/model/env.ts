/** The settings of a function as a reader types them: a name, an equals sign and a value on each line. */

type Env = Readonly<Record<string, string>>;

/** What is wrong with what the reader typed, and the line meant. */
export interface EnvProblem {
  readonly code: 'ENV_BAD_LINE';
  readonly text: string;
}

export function formatEnv(env: Env): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

export function parseEnv(text: string): { readonly values: Env } | EnvProblem {
  const values: [string, string][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, name, value = ''] = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? [];
    if (name === undefined) return { code: 'ENV_BAD_LINE', text: line };
    values.push([name, value.trim()]);
  }
  // By entries: a name such as `__proto__` is only a name.
  return { values: Object.fromEntries(values) };
}
