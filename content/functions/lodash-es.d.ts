/** As much of lodash-es as the samples use: the package itself is installed where a reader runs them. */
declare module 'lodash-es' {
  export function groupBy<Item>(items: readonly Item[], property: keyof Item): Record<string, Item[]>;
}

declare module 'lodash-es/groupBy.js' {
  export { groupBy as default } from 'lodash-es';
}
