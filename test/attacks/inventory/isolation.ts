/** What code tries to get out of the sandbox. */
import { IN_HOSTS, IN_SANDBOX, type Mechanism, mechanism } from './row.ts';

const COPY = 'playground/model/strangers-copy.test.ts';
const STRANGER = 'browser/strangers-code.test.ts';

export const isolation: readonly Mechanism[] = [
  mechanism(
    'a request past the guard of fetch',
    [1, 2, 3],
    [
      IN_SANDBOX,
      'fetch',
      'fetch from a prototype',
      'fetch after deleting the guard',
      'fetch with nobody waiting',
    ],
    [IN_HOSTS, 'fetch("/")'],
  ),
  mechanism('a module from an address', [4, 7], [IN_SANDBOX, 'import of an address', 'import of JSON']),
  mechanism(
    'a module from a text, that reaches further',
    [5, 6],
    [
      IN_SANDBOX,
      'import from a module in data',
      'import of a module in data that fetches',
      'import from a blob that fetches',
    ],
  ),
  mechanism('a script of the old kind', [8, 9, 10], [IN_HOSTS, 'importScripts("/x.js")']),
  mechanism('a font', [11, 12], [IN_SANDBOX, 'a font']),
  mechanism(
    'a request of the old kind',
    [13],
    [IN_SANDBOX, 'a request of the old kind'],
    [IN_HOSTS, 'new XMLHttpRequest()'],
  ),
  mechanism(
    'a socket',
    [14],
    [IN_SANDBOX, 'a socket'],
    [IN_HOSTS, 'new WebSocket("wss://x.test")', 'new WebSocketStream("wss://x.test")'],
  ),
  mechanism(
    'a stream of events',
    [15],
    [IN_SANDBOX, 'a stream of events'],
    [IN_HOSTS, 'new EventSource("/")'],
  ),
  mechanism('a transport over HTTP/3', [16], [IN_HOSTS, 'new WebTransport("https://x.test")']),
  mechanism('a connection between browsers', [], [IN_HOSTS, 'new RTCPeerConnection()']),
  mechanism('a beacon that goes when the page does', [], [IN_HOSTS, 'navigator.sendBeacon("/")']),
  mechanism(
    'a worker in the worker, with globals that nobody guarded',
    [17],
    [IN_SANDBOX, 'a worker in a worker'],
    [IN_HOSTS, 'new Worker("data:,")'],
  ),
  mechanism('a worker that is shared with the site', [18], [IN_HOSTS, 'new SharedWorker("data:,")']),
  mechanism(
    'a service worker that answers for the site',
    [19],
    [IN_HOSTS, 'navigator.serviceWorker.register("/sw.js")'],
  ),
  mechanism(
    'code from a text',
    [27, 28, 30],
    [
      IN_SANDBOX,
      'code from text',
      'a function from text',
      'a function from text, by its constructor',
      'an async function from text',
      'a generator from text',
      'a generator of promises from text',
    ],
  ),
  mechanism('a timer with a text', [29], [IN_SANDBOX, 'a timer with text']),
  mechanism('code from bytes', [31], [IN_SANDBOX, 'code from bytes']),
  mechanism(
    'a message to whoever made the worker',
    [32],
    [IN_SANDBOX, 'a message to whoever made the worker'],
    [IN_HOSTS, 'postMessage("x")'],
  ),
  mechanism(
    'the windows around it',
    [],
    [IN_HOSTS, 'parent.document', 'top.location', 'opener.location'],
    [IN_HOSTS, 'what a page has and a function never has stays undefined'],
  ),
  mechanism(
    'devices, permissions and memory of the computer',
    [33, 34, 35],
    [IN_SANDBOX, 'what the device has is not for a function, nor what its own runtime has in hand'],
  ),
  mechanism(
    'a report to an address when something is refused',
    [36],
    ['host/browser/frame-document.test.ts', 'the policy is the first element of the frame'],
  ),
  mechanism(
    'taking back what was refused, from wherever it hangs',
    [54],
    [IN_HOSTS, 'what was refused can not be brought back'],
    ['host/instance/instance.test.ts', 'every holder of a name loses it, for good'],
  ),
  mechanism(
    'code for the page in what it answers',
    [],
    [IN_HOSTS, 'the page never evaluates what it is given'],
  ),
  mechanism(
    'what another instance of the same code left',
    [],
    [IN_HOSTS, 'two instances of the same code share nothing'],
  ),
  mechanism(
    'the internet by the container that the reader chose',
    [],
    [
      STRANGER,
      'a copy never runs in a container, also when the reader chose one; taken over it may, and that is said',
    ],
    [
      COPY,
      'that the reader chose is not for a copy, and is there again after it',
      'does not run a copy of a function that needs one: the reader is told why',
      'does not run a copy of a program, and stops the reader’s own while one is shown',
    ],
  ),
  mechanism(
    'the internet by the marking of a teacher',
    [],
    [
      'classroom/marking-in-sandbox.test.ts',
      'marking reaches no container: nothing that it imports knows one',
    ],
  ),
  mechanism(
    'another address by way of a played service',
    [],
    ['host/services.browser.test.ts', 'another address is refused, with the names of those that are there'],
  ),
  mechanism(
    'an import of a file that the function does not have',
    [],
    [
      'host/browser-frame.browser.test.ts',
      'no import gets through: it fails, and in WebKit, which would let it, the file does not start',
      'no new code gets through',
    ],
  ),
  mechanism(
    'the frame, by filling its memory',
    [72],
    [
      'host/browser-lost.browser.test.ts',
      'a heap bomb takes the frame down, and the next start builds a new one',
    ],
  ),
];
