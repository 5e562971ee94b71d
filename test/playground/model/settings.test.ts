import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEnv, parseEnv, SettingsModel } from '../../../src/playground/model/settings.ts';
import { sampleOf } from '../a-sample.ts';

test.each([
  ['', {}],
  ['KLEUR=rood', { KLEUR: 'rood' }],
  ['  A = b = c \n\nLEEG=', { A: 'b = c', LEEG: '' }],
])('%j is read', (text, values) => {
  expect(parseEnv(text)).toEqual({ values });
});

test.each(['KLEUR', '=rood', '1A=b', 'MET SPATIE=x', 'A-B=c'])('%j is refused, with its line', (line) => {
  expect(parseEnv(`GOED=1\n${line}`)).toEqual({ code: 'ENV_BAD_LINE', text: line });
});

test('what is written down is read back', () => {
  const name = fc.stringMatching(/^[A-Za-z_]\w*$/);
  const value = fc.string().map((text) => text.replace(/[\r\n]/g, '').trim());
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (env) => {
      expect(parseEnv(formatEnv(env))).toEqual({ values: env });
    }),
  );
});

test('what is set is taken home, and a choice of the sample’s own is among the choices', () => {
  const settings = new SettingsModel(sampleOf([], { memoryMb: 300, env: { KLEUR: 'rood' } }));
  expect(settings.memoryChoicesMb.value).toContain(300);
  settings.memoryMb.value = 512;
  settings.envText.value = 'KLEUR=blauw';
  const request = { method: 'PUT', path: '/x' };
  expect(settings.asSet(request)).toMatchObject({ memoryMb: 512, env: { KLEUR: 'blauw' }, request: null });
  settings.envText.value = 'geen regel';
  expect(settings.asSet(request).env).toEqual({ KLEUR: 'rood' });
});
