/** With what the course was held against: read from the tests themselves by `build/recording/what-was-tried.ts`. */

/** An attack, and the files under `test/` that try it. */
export interface TriedAttack {
  /** In English, as the tests have it. */
  readonly what: string;
  readonly files: readonly string[];
}

/** An example that somebody else reckoned and put online. */
export interface PublishedBill {
  readonly name: string;
  /** Where it stands and what it prints, in English, as the test has it. */
  readonly source: string;
  /** Of the page, where it is known. */
  readonly url: string | null;
}

export interface PublishedRun {
  readonly id: string;
  /** In English. */
  readonly source: string;
}

export interface Tried {
  /** SCORM's, in which the packages run. */
  readonly runTime: { readonly name: string; readonly version: string };
  readonly attacks: readonly { readonly family: string; readonly attacks: readonly TriedAttack[] }[];
  readonly bills: readonly PublishedBill[];
  readonly runs: readonly { readonly kind: string; readonly runs: readonly PublishedRun[] }[];
}

/** In Dutch, by the names that the inventory of attacks has for its families. */
export const ATTACK_FAMILIES: Readonly<Record<string, string>> = {
  isolation: 'De sandbox uit',
  realm: 'De wereld van de functie verbouwen',
  storage: 'Bij wat er bewaard is',
  links: 'Met een link',
  files: 'Met een bestand',
  marking: 'Een uitslag vervalsen',
  page: 'Iets in een pagina zetten',
};

/** In Dutch, by the kinds that `test/simulation/published-cases.json` has. */
export const RUN_KINDS: Readonly<Record<string, string>> = {
  exact_trace: 'Sporen van SimFaaS zelf, tot op het laatste cijfer',
  exact_trace_per_instance_concurrency: 'Een spoor van SimFaaS met één aanroep per instantie',
  published_simfaas: 'Wat SimFaaS publiceerde',
  steady_state: 'Een tweede simulator in C, over honderd miljoen aanroepen en meer',
  analytic: 'Wiskunde: Erlang B, M/G/∞, vernieuwing en Markov-ketens',
  measured_aws_lambda: 'Metingen van AWS Lambda, door de makers van SimFaaS',
  identity: 'De wet van Little',
  scenario: 'Wat AWS zelf beschrijft: opschalen, opnieuw proberen, een rekening',
};
