/** What comes in by a link, or by the file that stands in for one. */
import { type Mechanism, mechanism } from './row.ts';

const ROOM = 'attacks/classroom.test.ts';
const LINK = 'attacks/links.test.ts';
const SHARING = 'sharing/sharing.test.ts';

export const links: readonly Mechanism[] = [
  mechanism('a link to a prototype', [78], [LINK, 'a link to a prototype: %s']),
  mechanism('a link that climbs out of its folder', [], [LINK, 'a link that climbs out of its folder: %s']),
  mechanism('a link to an address', [], [LINK, 'a link to an address: %s']),
  mechanism(
    'a name that only looks like another',
    [],
    [LINK, 'a link to a name that only looks like another: %j'],
  ),
  mechanism('markup for a name', [], [LINK, 'a link with markup for a name: %s']),
  mechanism('something around the link', [], [LINK, 'a link with something around it (%#)']),
  mechanism(
    'a link that is too long',
    [],
    [LINK, 'a link of five megabytes, and a short one that unpacks to three'],
  ),
  mechanism(
    'a link that unpacks a thousandfold',
    [],
    [SHARING, 'a few bytes that unpack to more than the limit are refused'],
  ),
  mechanism(
    'a link that was cut',
    [],
    [SHARING, 'a link that was cut gives nothing'],
    ['browser/sharing-paths.test.ts', 'a link that was cut says so, and changes nothing'],
  ),
  mechanism('letters that are no UTF-8', [], [LINK, 'a link with code that is no UTF-8 (%#)']),
  mechanism('a file that is called as a prototype', [], [LINK, 'a link with a file that is a prototype']),
  mechanism(
    'an object in the place of a text',
    [],
    [LINK, 'a link with an object in the place of a text: %s'],
  ),
  mechanism('something else than files', [], [LINK, 'a link with something else than files: %s']),
  mechanism('JSON that is deep', [77], [LINK, 'a link that is deep']),
  mechanism('twenty thousand files', [], [LINK, 'a link with twenty thousand files']),
  mechanism(
    'a file beside the ones that there are',
    [],
    [LINK, 'a link with a file beside the ones that there are: %j'],
  ),
  mechanism(
    'code that shows other than it runs',
    [],
    [
      LINK,
      'code that shows other than it runs: hidden signs stand in the difference that a reader says yes to',
    ],
  ),
  mechanism(
    'code that runs before anybody said yes',
    [],
    [
      'browser/privacy.test.ts',
      'opening pages, a link and what was kept runs nothing: there is no sandbox before a click',
    ],
  ),
  mechanism(
    'a takeover in which nothing is shown',
    [],
    [
      'browser/sharing-paths.test.ts',
      'a copy becomes one’s own only after the reader has seen what that changes',
    ],
  ),
  mechanism('a share file that is too large', [], [LINK, 'a share file that is larger than its limit']),
  mechanism('a share file of another version', [], [LINK, 'a share file of another version: %j']),
  mechanism('a share file that is half another', [], [LINK, 'a share file that is half another: %j']),
  mechanism(
    'a set: an exercise that can be no folder',
    [],
    [LINK, 'a set with an exercise that can be no folder: %j'],
  ),
  mechanism(
    'a set: more than there are, or one twice',
    [],
    [LINK, 'a set with a thousand exercises, or with one twice'],
  ),
  mechanism('a set of another version', [], [LINK, 'a set of another version: %j']),
  mechanism(
    'a set: a title or a deadline without end',
    [],
    [LINK, 'a set with a title or a deadline without end'],
  ),
  mechanism('a set: fields of another kind', [], [LINK, 'a set with fields of another kind: %j']),
  mechanism(
    'a set that brings a seed or marks',
    [],
    [LINK, 'a set has no seed and no marks: what else stands in it is not read'],
  ),
  mechanism('a month: a number that cannot be', [], [LINK, 'a month with a number that cannot be: %s']),
  mechanism(
    'a month: a tariff or a server that is none',
    [],
    [LINK, 'a month under a tariff or on a server that is none: %j'],
  ),
  mechanism(
    'a month: parameters without end',
    [],
    [LINK, 'a month with ten thousand parameters, twice the same, and names from birth'],
  ),
  mechanism(
    'a request to another host',
    [],
    ['playground/model/request-form.test.ts', '%s may not lead to another host'],
  ),
  mechanism(
    'a redirect to another site',
    [],
    [
      'cli/serve.test.ts',
      'an address that looks like another is sent on within the site',
      'anything but reading is refused, and so is an address that is none',
    ],
  ),
  mechanism(
    'an own exercise: a name of something else',
    [],
    [ROOM, 'an own exercise that would be called as something else: %j'],
  ),
  mechanism(
    'an own exercise: more than an exercise is',
    [],
    [ROOM, 'an own exercise that asks for more than an exercise is (%#)'],
  ),
  mechanism(
    'an own exercise that is deep',
    [],
    [ROOM, 'a set with an own exercise that is deep is read, without that exercise'],
  ),
];
