/**
 * Where workplaces are kept: a row a workplace and a text a file, so that a key that is typed writes one file. On a device that is
 * `indexed-cupboard.ts`; where a browser keeps nothing they live in memory, as long as the page.
 */
import type { SourceFile } from '../../contract/data.ts';

export interface WorkplaceRow {
  /** Also the name under which its playground keeps what its functions store. */
  readonly id: string;
  readonly name: string;
  readonly changedAtMs: number;
  /** When its reader threw it away; a visit an hour later erases it. */
  readonly deletedAtMs: number | null;
  /** Its files, in their order. */
  readonly paths: readonly string[];
}

/** @throws (all that promise) where nothing can be kept */
export interface Cupboard {
  list(): Promise<readonly WorkplaceRow[]>;
  /** In the order of the row. */
  read(row: WorkplaceRow): Promise<readonly SourceFile[]>;
  /** All of it or nothing. @param files those that changed @param gone paths that the row has no longer */
  write(row: WorkplaceRow, files: readonly SourceFile[], gone: readonly string[]): Promise<void>;
  erase(id: string): Promise<void>;
}

export function cupboardInMemory(): Cupboard {
  const rows = new Map<string, WorkplaceRow>();
  const texts = new Map<string, Map<string, string>>();
  return {
    list: async () => [...rows.values()],
    read: async ({ id, paths }) => paths.map((path) => ({ path, text: texts.get(id)?.get(path) ?? '' })),
    async write(row, files, gone) {
      const mine = texts.get(row.id) ?? new Map<string, string>();
      for (const path of gone) mine.delete(path);
      for (const { path, text } of files) mine.set(path, text);
      texts.set(row.id, mine);
      rows.set(row.id, row);
    },
    async erase(id) {
      rows.delete(id);
      texts.delete(id);
    },
  };
}
