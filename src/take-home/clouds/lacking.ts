/** What a platform has no place for in a sample, so that no project is made of it there. */
import type { BindingName } from '../../contract/bindings.ts';
import type { Sample } from '../../course/sample.ts';
import type { CloudTarget, TriggerType } from './target.ts';

export type Lack =
  | { readonly kind: 'trigger'; readonly what: TriggerType }
  | { readonly kind: 'store'; readonly what: BindingName }
  /** The reader's own packages, and parts of Node: a platform of its own for those is the download. */
  | { readonly kind: 'needsNode' }
  | { readonly kind: 'needsBrowser' }
  /** Its functions call each other by a name that only the lab knows; on a cloud each gets an address after it is rolled out. */
  | { readonly kind: 'callsItself' };

/** @returns nothing when the target has a place for all of it */
export function lacksOf(
  { triggers, stores }: Pick<CloudTarget, 'triggers' | 'stores'>,
  {
    functions,
    needsNode,
    needsBrowser,
    services,
  }: Pick<Sample, 'functions' | 'needsNode' | 'needsBrowser' | 'services'>,
): readonly Lack[] {
  const wanted = new Set(functions.map(({ trigger }) => trigger.type));
  const granted = new Set(functions.flatMap(({ grants }) => grants));
  return [
    ...[...wanted].flatMap((what) => (triggers[what] ? [] : [{ kind: 'trigger', what } as const])),
    ...[...granted].flatMap((what) => (stores[what] ? [] : [{ kind: 'store', what } as const])),
    ...(needsNode ? [{ kind: 'needsNode' } as const] : []),
    ...(needsBrowser ? [{ kind: 'needsBrowser' } as const] : []),
    ...(services.some(({ isOwn }) => isOwn) ? [{ kind: 'callsItself' } as const] : []),
  ];
}

const triggerWords = {
  http: 'Deze functie antwoordt op HTTP, en dat gaat hier niet.',
  upload: 'Deze functie start bij een upload, en zo’n start is hier niet beproefd.',
  timer: 'Deze functie start op vaste tijden, en een timer is hier niet beproefd.',
  queue: 'Deze functie leest een wachtrij, en die is hier niet beproefd.',
} satisfies Record<TriggerType, string>;

const storeWords = {
  kv: 'Deze functie bewaart waarden met een versie (context.kv), en zo’n opslag is hier niet beproefd.',
  bucket: 'Deze functie bewaart bestanden (context.bucket), en zo’n opslag is hier niet beproefd.',
  queue: 'Deze functie stuurt berichten (context.queue), en een wachtrij is hier niet beproefd.',
} satisfies Record<BindingName, string>;

/** The target's own words for it, if it has them. */
export function lackInWords(lack: Lack, { lackingWords }: Pick<CloudTarget, 'lackingWords'>): string {
  switch (lack.kind) {
    case 'trigger':
      return lackingWords[lack.what] ?? triggerWords[lack.what];
    case 'store':
      return lackingWords[lack.what] ?? storeWords[lack.what];
    case 'needsNode':
      return 'Deze functie heeft eigen pakketten of onderdelen van Node. Neem die mee naar je eigen computer.';
    case 'needsBrowser':
      return 'Deze functie gebruikt onderdelen die alleen een browser heeft.';
    case 'callsItself':
      return 'Deze functies roepen elkaar aan op een adres dat alleen het lab kent. Op een cloud krijgt elke functie pas na het uitrollen een eigen adres.';
  }
}
