import { expect, test } from 'vitest';
import { readWebcontainerSettings } from '../../src/build/webcontainer-settings.ts';

test.each([
  [{}, { apiKey: null, coep: 'require-corp' }],
  [{ WEBCONTAINER_API_KEY: '' }, { apiKey: null, coep: 'require-corp' }],
  [
    { WEBCONTAINER_API_KEY: 'wc_api_1', WEBCONTAINER_COEP: 'credentialless' },
    { apiKey: 'wc_api_1', coep: 'credentialless' },
  ],
])('%j', (env, settings) => {
  expect(readWebcontainerSettings(env)).toEqual(settings);
});

test.each([
  [{ WEBCONTAINER_COEP: 'none' }, 'WEBCONTAINER_COEP is "none". Kies require-corp of credentialless'],
  [{ WEBCONTAINER_COEP: '' }, 'WEBCONTAINER_COEP is ""'],
  [{ WEBCONTAINER_API_KEY: 'wc_api_1\n' }, 'In WEBCONTAINER_API_KEY staat een spatie'],
])('refuses %j in words', (env, message) => {
  expect(() => readWebcontainerSettings(env)).toThrow(message);
});
