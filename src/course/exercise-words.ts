/** What a level and a kind of exercise are called, wherever a reader sees one. */
export const levelWords = { instap: 'Instap', midden: 'Midden', pittig: 'Pittig' } as const;
export const kindWords = { build: 'Bouwen', repair: 'Repareren', golf: 'Golf' } as const;
