import { expect, test } from 'vitest';
import { type Obstacle, obstacleTo, type Surroundings } from '../../../src/host/webcontainer/support.ts';

const GOOD: Surroundings = {
  isIsolated: true,
  isFramed: false,
  isOnline: true,
  hasSharedMemory: true,
  hasLocks: true,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0',
};

test.each<[string, Partial<Surroundings>, Obstacle | null]>([
  ['all is well', {}, null],
  [
    'an iPhone, whatever else',
    { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)', isIsolated: false },
    'IPHONE',
  ],
  ['an iPad may try', { userAgent: 'Mozilla/5.0 (iPad; CPU OS 19_0)' }, null],
  ['in a frame', { isFramed: true, isIsolated: false }, 'IN_FRAME'],
  ['in a frame that is isolated', { isFramed: true }, null],
  ['no headers', { isIsolated: false }, 'NOT_ISOLATED'],
  ['no shared memory', { hasSharedMemory: false }, 'OLD_BROWSER'],
  ['no locks', { hasLocks: false }, 'OLD_BROWSER'],
  ['no network', { isOnline: false }, 'OFFLINE'],
])('%s', (_, changed, obstacle) => {
  expect(obstacleTo({ ...GOOD, ...changed })).toBe(obstacle);
});
