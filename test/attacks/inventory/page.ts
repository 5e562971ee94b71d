/** What somebody might put in the text of a page. It is counted beside the 150. */
import { BLOB_INJECTIONS, INJECTIONS, ISLANDS } from '../../browser/injection/injections.ts';
import { IN_PAGE, type Mechanism, mechanism } from './row.ts';

const injected = (matching: RegExp) =>
  [...INJECTIONS, ...BLOB_INJECTIONS].map(({ name }) => name).filter((name) => matching.test(name));

export const page: readonly Mechanism[] = [
  mechanism(
    'a text of code that becomes a page',
    [75],
    ['browser/bad-input.test.ts', 'hostile HTML stays text'],
  ),
  mechanism('a script in the text', [], [IN_PAGE, ...injected(/^script-(inline|in-svg|in-shadow)$/)]),
  mechanism(
    'a script by a data address',
    [],
    [IN_PAGE, ...injected(/^script-(data|in-svg-data|import-data)$/)],
  ),
  mechanism('a module in the text', [], [IN_PAGE, ...injected(/^module-(inline|import-data)$/)]),
  mechanism(
    'a module by a data address',
    [],
    [IN_PAGE, ...injected(/^module-(data|in-svg-data|after-a-broken-one)$/)],
  ),
  mechanism('a map of imports', [], [IN_PAGE, ...injected(/^frame-import-map$/)]),
  mechanism(
    'a handler in an attribute',
    [],
    [IN_PAGE, ...injected(/-on(error|load|click)$/).filter((name) => name !== 'frame-image-onerror')],
  ),
  mechanism('an address that is code', [], [IN_PAGE, ...injected(/javascript|^link-in-svg$|formaction$/)]),
  mechanism(
    'a frame with a text of its own',
    [],
    [IN_PAGE, ...injected(/^frame-(script|module|image|in-frame|with)/)],
  ),
  mechanism('a script out of a file of this page', [], [IN_PAGE, ...injected(/^blob-(script|module)$/)]),
  mechanism(
    'a page out of a file of this page',
    [],
    [IN_PAGE, ...injected(/^blob-(page|picture|object|object-page|embed)$/)],
  ),
  mechanism(
    'an island of which a part stands elsewhere',
    [],
    [IN_PAGE, ...Object.keys(ISLANDS).filter((name) => !name.includes('property'))],
  ),
  mechanism(
    'a property of an island that is an element',
    [],
    [IN_PAGE, ...Object.keys(ISLANDS).filter((name) => name.includes('property'))],
  ),
];
