/**
 * What lies on the device, of a page that is about to be left. A page gives a write to the browser and shows what it wrote; when it
 * goes in that very moment, Chromium 156 drops what it has not begun, so that the next page finds what stood there before.
 */
import { expect } from 'vitest';

/** Runs in the page, and says in `window.stored` what lies in that table: a driver need not wait for a promise. */
function look(database: string, table: string): void {
  const opening = indexedDB.open(database);
  opening.onsuccess = () => {
    const reading = opening.result.transaction(table).objectStore(table).getAll();
    reading.onsuccess = () => {
      Object.assign(window, { stored: JSON.stringify(reading.result) });
      opening.result.close();
    };
  };
}

/**
 * Waits until that table has it.
 *
 * @param page with the database in it already
 * @param what all rows as JSON
 */
export async function untilStored(
  page: { evaluate(expression: string): Promise<unknown> },
  database: string,
  table: string,
  what: RegExp,
): Promise<void> {
  await page.evaluate("void (window.stored = '')");
  const stored = async () => {
    const said = await page.evaluate('window.stored');
    await page.evaluate(`void (${look})(${JSON.stringify(database)}, ${JSON.stringify(table)})`);
    return said;
  };
  await expect.poll(stored).toMatch(what);
}
