/** Every distinct attack that a test tries: its area, what it does, and the test that holds it. Variants are one. */
import { BLOB_INJECTIONS, INJECTIONS, ISLANDS } from '../browser/injection/injections.ts';
import { ESCAPES } from './escapes.ts';
import { HOSTILE_HAND_INS } from './hand-ins.ts';
import { THEFTS } from './thefts.ts';

export type Area = 'isolation' | 'realm' | 'storage' | 'links' | 'files' | 'marking' | 'page';
/** Path of the test file under `test/`, and the title as written there. */
type Row = readonly [area: Area, attack: string, file: string, title: string];

const each = (area: Area, attacks: readonly string[], file: string, title: string): Row[] =>
  attacks.map((attack) => [area, attack, file, title]);
/** Where the test is called as the attack is. */
const named = (area: Area, file: string, ...titles: readonly string[]): Row[] =>
  titles.map((title) => [area, title, file, title]);

const OWN = 'attacks/links-and-files.test.ts';
const HOSTILE = 'host/host-hostile.browser.test.ts';

export const ATTACKS: readonly Row[] = [
  ...each('isolation', Object.keys(ESCAPES), 'host/attacks.browser.test.ts', 'no way out: %s'),
  ...each('realm', Object.keys(THEFTS), 'host/attacks.browser.test.ts', 'nothing to steal by: %s'),
  ...each(
    'isolation',
    ['importScripts', 'WebTransport', 'localStorage', 'parent'],
    HOSTILE,
    '%s fails with a reason in Dutch',
  ),
  ...named(
    'realm',
    HOSTILE,
    'broken prototypes break nobody but their owner',
    'an answer that comes after the answer goes nowhere',
  ),
  ...each(
    'page',
    INJECTIONS.map(({ name }) => name),
    'browser/injection/injection.test.ts',
    'INJECTIONS',
  ),
  ...each(
    'page',
    BLOB_INJECTIONS.map(({ name }) => name),
    'browser/injection/injection.test.ts',
    'BLOB_INJECTIONS',
  ),
  ...each('page', Object.keys(ISLANDS), 'browser/injection/injection.test.ts', 'ISLANDS'),
  ...each(
    'marking',
    Object.keys(HOSTILE_HAND_INS),
    'browser/hostile-hand-ins.test.ts',
    'no attack on the marking passes, and each honest neighbour gets its full mark',
  ),
  ...named(
    'marking',
    'classroom/mark.test.ts',
    'what the task gives comes from the course, whatever a hand-in has in its place',
    'a name that a spreadsheet would run is text in the CSV, and so is the name of its file',
  ),
  ...named(
    'marking',
    'browser/classroom.test.ts',
    'a submission that fills the memory fails, and the other gets its mark',
  ),
  ...named(
    'storage',
    'browser/strangers-code.test.ts',
    'a copy finds an empty store, and what the reader stored, logged and spent is as it was',
  ),
  ...named(
    'links',
    OWN,
    'a link to a prototype',
    'a link that climbs out of its folder',
    'a link with a file that is a prototype',
    'a link with a prototype that is an object',
    'a link that is deep',
    'a set of which an exercise climbs out of its folder',
    'a set with a thousand exercises',
  ),
  ...named('links', 'sharing/sharing.test.ts', 'a few bytes that unpack to more than the limit are refused'),
  ...named(
    'files',
    OWN,
    'a share file that is larger than its limit',
    'a hand-in for a prototype',
    'a hand-in with 20,000 works',
    'a hand-in that is deep',
    'a file of a hand-in that climbs out of its folder',
    'a progress file with code for a folder elsewhere',
    'a progress file that is larger than its limit',
    'a progress file that is deep',
  ),
  ...named(
    'files',
    'classroom/classroom.test.ts',
    'a zip bomb is refused, and the others in it are still read',
    'a path that leads elsewhere is only a name',
    'three thousand files give as many as fit, and a word about the rest',
  ),
  ...named(
    'files',
    'classroom/read-zip.test.ts',
    'a letter was changed',
    'it stands elsewhere',
    'it ends beyond the file',
    'a name that turns the text around it, or hides in it, is shown without that',
  ),
];
