/** What code tries at what is stored, what it would leave behind, and what stored state that was poisoned tries at the page. */
import { IN_HOSTS, IN_SANDBOX, type Mechanism, mechanism } from './row.ts';

const COPY = 'playground/model/strangers-copy.test.ts';
const STRANGER = 'browser/strangers-code.test.ts';
const STORED = 'attacks/stored-state.test.ts';
const EDITS = 'playground/code/edits.test.ts';

export const storage: readonly Mechanism[] = [
  mechanism(
    'a database',
    [20, 21],
    [IN_SANDBOX, 'a database', 'a database by its class', 'the names of all databases'],
    [IN_HOSTS, 'indexedDB.open("x")'],
  ),
  mechanism('a cache', [22], [IN_SANDBOX, 'a cache'], [IN_HOSTS, 'caches.open("x")']),
  mechanism('storage of the page', [], [IN_HOSTS, 'localStorage.getItem("x")']),
  mechanism('storage of the tab', [], [IN_HOSTS, 'sessionStorage.x']),
  mechanism('cookies', [], [IN_HOSTS, 'cookieStore.getAll()']),
  mechanism(
    'files of the site',
    [24],
    [IN_SANDBOX, 'files of the site'],
    [IN_HOSTS, 'navigator.storage.getDirectory()'],
  ),
  mechanism('a file system of the old kind', [26], [IN_SANDBOX, 'a file system of the old kind']),
  mechanism('a bucket of storage of its own', [], [IN_SANDBOX, 'a bucket of storage of its own']),
  mechanism('how much the site keeps', [], [IN_SANDBOX, 'how much the site keeps']),
  mechanism(
    'a channel to other tabs',
    [23],
    [IN_SANDBOX, 'a channel to other tabs'],
    [IN_HOSTS, 'new BroadcastChannel("x")'],
  ),
  mechanism(
    'locks: who holds one, and holding one that a playground needs',
    [25],
    [IN_SANDBOX, 'locks of the site', 'a lock that nobody else then gets'],
    [IN_HOSTS, 'navigator.locks.query()'],
  ),
  mechanism(
    'what the reader stored, by a copy',
    [],
    [STRANGER, 'a copy finds an empty store, and what the reader stored, logged and spent is as it was'],
    [COPY, 'is another than the reader’s: its code, its stores and its queue never meet those'],
    [
      'browser/strangers-paths.test.ts',
      'a stranger’s code finds nothing of the reader, gets nowhere, and leaves nothing',
    ],
  ),
  mechanism(
    'what a copy leaves for the next copy',
    [],
    [COPY, 'ends when the next copy comes: that one begins with an empty lab'],
  ),
  mechanism(
    'what a copy leaves for the reader',
    [],
    [COPY, 'ends with it, and the reader’s log, receipt, answer and settings are as they were'],
  ),
  mechanism(
    'a copy that slips into a run of the reader',
    [],
    [COPY, 'a copy that comes while the reader’s own run is on its way does not get into that run'],
  ),
  mechanism(
    'a copy that runs once it is gone',
    [],
    [
      COPY,
      'a run of a copy that is gone before it began runs nothing: not in the reader’s lab, and it gets none of its own',
    ],
  ),
  mechanism(
    'the reader’s clock and traffic, for a copy',
    [],
    [COPY, 'a copy runs nothing by itself, and the reader’s clock and traffic stop while it is shown'],
  ),
  mechanism(
    'costs under the name of the reader',
    [],
    [COPY, 'what a copy used is on the bill of the visit, under a name that says whose code it was'],
  ),
  mechanism(
    'a copy that becomes the reader’s without a yes',
    [],
    [
      EDITS,
      'is shown beside the reader’s own version, and never is one of its files',
      'has no way to the reader’s version but a takeover: restoring and undoing leave both alone',
    ],
    [STORED, 'a copy is never taken for the reader’s own'],
  ),
  mechanism(
    'a visit: no JSON of ours',
    [],
    [STORED, 'by what is no visit', 'by an older or a later version'],
  ),
  mechanism('a visit: names from birth', [], [STORED, 'by titles that objects have from birth']),
  mechanism('a visit of a size that nobody has', [], [STORED, 'by sizes that nobody has']),
  mechanism(
    'a visit: a receipt or a clock that would win for ever',
    [],
    [STORED, 'by a receipt or a clock that would win for ever'],
  ),
  mechanism(
    'the id of the tab, and the shelf behind it',
    [],
    [STORED, 'in the place of the tab, or on its shelf'],
  ),
  mechanism(
    'the choice of a tariff',
    [],
    [
      STORED,
      'by what is no choice',
      'by another version, a name from birth, a way elsewhere or a name without end',
    ],
  ),
  mechanism(
    'a choice after which nothing can be chosen',
    [],
    [STORED, 'by a moment after which nothing can be chosen'],
  ),
  mechanism(
    'progress: no JSON of ours',
    [],
    [STORED, 'by what is none, or of another version', 'by fields of another kind'],
  ),
  mechanism('progress: names from birth', [], [STORED, 'by names from birth']),
  mechanism(
    'progress that is huge',
    [],
    [STORED, 'by twenty thousand lessons: the page goes on, and what it adds is there'],
  ),
  mechanism(
    'progress that can not be wiped',
    [],
    [STORED, 'by wipes without end: the reader can still wipe'],
    ['progress/progress.test.ts', 'what was wiped does not come back from a tab that did not hear of it'],
  ),
  mechanism(
    'code of the reader: no JSON of ours',
    [],
    [STORED, '%s, by what is none, or of another version'],
  ),
  mechanism(
    'code of the reader: files that there are not',
    [],
    [STORED, '%s, by names from birth and files that there are not'],
  ),
  mechanism('the list of requests of the visit', [], [STORED, 'a list of requests that was poisoned']),
  mechanism(
    'what a learning environment gives back',
    [],
    [STORED, 'what a learning environment gives back, poisoned'],
  ),
  mechanism(
    'all of it at once, in a page',
    [],
    ['browser/visit.test.ts', 'whatever stands in storage, the page works and its meters are true'],
  ),
  mechanism(
    'a device without room',
    [],
    [
      'playground/model/saved-stores.browser.test.ts',
      'a device without room says so at the first write that it loses',
    ],
  ),
  mechanism(
    'a device that forbids to keep anything',
    [],
    [
      'playground/model/saved-stores.browser.test.ts',
      'where nothing can be kept, a playground still opens, and says so',
    ],
    [
      'till/visit/tab-visit.test.ts',
      'a browser that keeps nothing has a visit as long as its page, and nothing throws',
    ],
  ),
];
