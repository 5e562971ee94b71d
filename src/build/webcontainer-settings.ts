/**
 * The two settings for the WebContainer, which whoever builds the site gives as environment variables. Page code
 * imports them from `astro:env/client`; the `_headers` file and the dev server get them from here.
 */

/** Ways in which a page can be cross-origin isolated; the first is the default, since every browser knows it. */
export const COEP_VALUES = ['require-corp', 'credentialless'] as const;

export type Coep = (typeof COEP_VALUES)[number];

export interface WebcontainerSettings {
  /** Public by nature: it stands in the code of the pages. Null: boot without one. */
  readonly apiKey: string | null;
  /** Value of `Cross-Origin-Embedder-Policy`, and what `WebContainer.boot()` must be told. */
  readonly coep: Coep;
}

/** @throws Error, in Dutch, naming the variable that is wrong */
export function readWebcontainerSettings(
  env: Readonly<Record<string, string | undefined>>,
): WebcontainerSettings {
  const apiKey = env.WEBCONTAINER_API_KEY ?? '';
  if (/\s/.test(apiKey)) {
    throw new Error(
      'In WEBCONTAINER_API_KEY staat een spatie of een regeleinde. Plak alleen de sleutel zelf.',
    );
  }
  const asked = env.WEBCONTAINER_COEP ?? COEP_VALUES[0];
  const coep = COEP_VALUES.find((value) => value === asked);
  if (coep === undefined) {
    throw new Error(
      `WEBCONTAINER_COEP is "${asked}". Kies ${COEP_VALUES.join(' of ')}, of laat de variabele weg.`,
    );
  }
  return { apiKey: apiKey === '' ? null : apiKey, coep };
}
