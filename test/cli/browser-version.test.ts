/** Which version a browser says that it is. */
import process from 'node:process';
import { expect, test } from 'vitest';
import { versionOf, webkitVersion } from '../../src/cli/browser-version.ts';
import { findWebkit } from '../../src/cli/find-browser.ts';

test('is a number with dots, without the name around it', () => {
  expect(versionOf(process.execPath)).toBe(process.versions.node);
});

test('is null of what says nothing, and of what is not there', async () => {
  expect(versionOf('/is/not/there')).toBeNull();
  const nothing = { driver: '', browser: '/is/not/there', screen: '/is/not/there' };
  expect(await webkitVersion(nothing)).toBeNull();
});

const webkit = findWebkit();
test.skipIf(webkit === null)('of WebKit is known, though it wants a screen to say it', async () => {
  expect(webkit && (await webkitVersion(webkit))).toMatch(/^\d+\.\d+/);
});
