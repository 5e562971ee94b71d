/** What a sheet for a school's file is made of. `netherlands.ts` and `flanders.ts` are the two, `SchoolFile.astro` prints one. */
import type { SourceName } from './school-sources.ts';

/** A sentence or two, with `code` and *stress*, and where the facts in it come from: none for advice, or for what our tests hold. */
export interface Said {
  readonly text: string;
  readonly from?: readonly SourceName[];
}

export interface CountryFile {
  /** As a reader calls it. */
  readonly country: string;
  /** The sheet's address under `docent/privacy/`. */
  readonly slug: string;
  /** Which agreement a school makes, with whom. */
  readonly agreements: readonly Said[];
  readonly ageAndConsent: readonly Said[];
  /** Whether an assessment of effects has to be made, and who decides. */
  readonly assessment: readonly Said[];
  readonly supervisor: readonly Said[];
  /** To a country outside the European Union. */
  readonly transfer: readonly Said[];
}

/** Sources of a sheet in the order in which it names them, each once. */
export function sourcesOf(file: CountryFile, common: readonly Said[]): readonly SourceName[] {
  const parts = [
    file.agreements,
    file.ageAndConsent,
    common,
    file.assessment,
    file.transfer,
    file.supervisor,
  ];
  return [...new Set(parts.flat().flatMap(({ from }) => from ?? []))];
}
