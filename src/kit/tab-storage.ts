/**
 * What is kept as long as this tab is open, over page changes: in no other tab, and gone when it closes. Storage may be full
 * or forbidden, so nothing here throws.
 */
import { shelved } from './storage.ts';

export function readTabText(key: string): string | null {
  try {
    return sessionStorage.getItem(shelved(key));
  } catch {
    return null;
  }
}

/** @returns whether it was really kept */
export function writeTabText(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(shelved(key), text);
    return true;
  } catch {
    return false;
  }
}

export function removeTabText(key: string): void {
  try {
    sessionStorage.removeItem(shelved(key));
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
