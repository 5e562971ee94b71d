/** What happened on the platform, a line each, in the words of the course's own log. */
import type { Entry } from '../engine/index.ts';
import { goneReasons, outcomes } from '../playground/messages.ts';
import { decimal } from '../playground/numbers.ts';

export function entryInWords(entry: Entry): readonly string[] {
  switch (entry.type) {
    case 'log': {
      const lines = entry.lines.map(({ text }) => `    ${text.replaceAll('\n', '\n    ')}`);
      return entry.dropped === 0 ? lines : [...lines, `    … ${entry.dropped} regels weggelaten`];
    }
    case 'deployed':
      return [`Uitgerold: ${entry.functionName}`];
    case 'instanceReady':
      return [`Instantie ${entry.instanceId}: koude start, ${decimal(entry.initMs, 1)} ms`];
    case 'instanceGone':
      return [`Instantie ${entry.instanceId} ${goneReasons[entry.reason]}`];
    case 'invocationEnded': {
      const words = entry.outcome === 'ok' ? 'klaar in' : outcomes[entry.outcome];
      const { durationMs, memoryMb } = entry.usage;
      return [`Instantie ${entry.instanceId}: ${words} ${decimal(durationMs, 1)} ms, ${memoryMb} MB`];
    }
    case 'throttled':
      return ['Geweigerd (429): te veel aanroepen tegelijk.'];
    case 'accepted':
    case 'instanceStarted':
    case 'invocationStarted':
    case 'instanceIdle':
      return [];
  }
}
