/** The page of the test of saved stores. */
import { openSavedStores } from '../../../src/playground/model/saved-stores.ts';

Object.assign(globalThis, { openSavedStores });
