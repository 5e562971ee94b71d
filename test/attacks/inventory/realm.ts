/** What code tries at the runtime that stands beside it in one realm: its port, its messages, its moments. */
import { IN_HOSTS, IN_SANDBOX, type Mechanism, mechanism } from './row.ts';

export const realm: readonly Mechanism[] = [
  mechanism(
    'methods of the port',
    [44],
    [IN_SANDBOX, 'postMessage of a port', 'close of a port', 'start of a port'],
  ),
  mechanism('where listeners are added', [], [IN_SANDBOX, 'addEventListener of all', 'onmessage of a port']),
  mechanism('getters of a message', [], [IN_SANDBOX, 'the data of a message', 'the ports of a message']),
  mechanism('a listener of its own', [], [IN_SANDBOX, 'a listener of its own']),
  mechanism('the parent above the ports', [], [IN_SANDBOX, 'a parent above the ports']),
  mechanism('the class of channels', [], [IN_SANDBOX, 'the class of channels']),
  mechanism(
    'how functions are called',
    [37],
    [IN_SANDBOX, 'call of functions', 'apply of functions', 'bind of functions'],
  ),
  mechanism('Reflect', [46], [IN_SANDBOX, 'apply of Reflect']),
  mechanism('what promises call', [38], [IN_SANDBOX, 'then of promises', 'resolve of promises']),
  mechanism('the class of a promise', [39], [IN_SANDBOX, 'the class of a promise']),
  mechanism('the kind that a method makes', [40], [IN_SANDBOX, 'the kind of list that a method makes']),
  mechanism('methods of lists', [41], [IN_SANDBOX, 'push of lists', 'map of lists', 'forEach of lists']),
  mechanism('walking through lists', [48], [IN_SANDBOX, 'walking through lists']),
  mechanism('a setter at a place in lists', [], [IN_SANDBOX, 'a setter at a place in lists']),
  mechanism(
    'maps, weak maps and sets',
    [42],
    [IN_SANDBOX, 'set of maps', 'get of weak maps', 'add of sets'],
    [
      'host/bindings.browser.test.ts',
      'whoever patches what the runtime shares with him gets no port, no answer of another, and breaks only himself',
    ],
  ),
  mechanism(
    'statics of Object',
    [],
    [IN_SANDBOX, 'assign of objects', 'freeze of objects', 'entries of objects', 'copies of objects'],
  ),
  mechanism('JSON', [], [IN_SANDBOX, 'JSON of objects', 'JSON of ports']),
  mechanism('setters that objects inherit', [43], [IN_SANDBOX, 'a setter where objects have nothing']),
  mechanism('getters that objects inherit', [], [IN_SANDBOX, 'a getter that is asked on whose behalf']),
  mechanism('whether something is of a class', [50], [IN_SANDBOX, 'whether something is of a class']),
  mechanism('what a port is as a text', [], [IN_SANDBOX, 'a text of its own for ports']),
  mechanism('errors that tell who called', [47], [IN_SANDBOX, 'errors that tell who called']),
  mechanism('microtasks', [], [IN_SANDBOX, 'a microtask']),
  mechanism(
    'classes of the web, and the clock',
    [45],
    [IN_HOSTS, 'a patched world gets no port, no earlier answer and no shorter time'],
    ['host/services.browser.test.ts', 'a world in which everything is patched is measured as any other'],
  ),
  mechanism('breaking all that is shared', [], [IN_HOSTS, 'broken prototypes break nobody but their owner']),
  mechanism(
    'a second answer after the first',
    [51],
    [IN_HOSTS, 'an answer that comes after the answer goes nowhere'],
  ),
  mechanism(
    'who called the runtime’s functions, and a context of its own',
    [49],
    [IN_SANDBOX, 'what the device has is not for a function, nor what its own runtime has in hand'],
  ),
  mechanism(
    'what fights back in a line of the log',
    [52],
    ['host/instance/instance.test.ts', 'what fights back is still a line'],
  ),
  mechanism(
    'changing what the next invocation gets',
    [53],
    [
      'host/bindings.browser.test.ts',
      'what a handler does to its event and its context, the next attempt does not find',
      'a call after the end of its invocation is refused',
    ],
  ),
  mechanism(
    'a message that the runtime never sends',
    [],
    ['host/common/check-message.test.ts', 'refuses what the runtime never sends (%#)'],
    ['host/common/check-message.test.ts', 'a call brings along nothing that does not belong to it'],
  ),
  mechanism(
    'calls in the text of an error that were never made',
    [],
    ['host/instance/stack.test.ts', 'calls that a message makes up are not calls'],
  ),
];
