/**
 * The student's name as this device remembers it, so that handing in again is as easy as once. In a learning environment that does
 * not tell students apart, everybody shares what is kept: there it is not remembered.
 */
import { readText, removeText, writeText } from '../../kit/storage.ts';
import { visibleText } from './visible-text.ts';

const KEY = 'functielab:naam';
const LONGEST = 80;

/** Whether a name that is kept here is that of whoever sits here. @param isPackage the page stands in a learning environment */
export function mayKeepName(isPackage: boolean): boolean {
  return !isPackage || globalThis.functielabLearner !== undefined;
}

/** @returns an empty text when there is none */
export function keptName(): string {
  return visibleText(readText(KEY) ?? '').slice(0, LONGEST);
}

export function keepName(name: string): void {
  writeText(KEY, name.slice(0, LONGEST));
}

export function forgetName(): void {
  removeText(KEY);
}
