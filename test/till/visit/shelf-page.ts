/** A page that has the shelf of visits in the real IndexedDB of a browser. */
import { openShelf } from '../../../src/till/visit/shelf.ts';

Object.assign(globalThis, { openShelf });
