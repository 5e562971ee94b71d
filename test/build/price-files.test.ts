import { expect, test } from 'vitest';
import { withoutNotes } from '../../src/build/price-files.ts';

test('a page takes the figures of a tariff along, and no notes for authors', () => {
  const json = JSON.stringify({
    id: 'x',
    notes: 'Read twice.',
    sourceNote: 'A copy.',
    cpuModel: 'One vCPU.',
    initBilled: { value: true, note: 'Since August.' },
    components: [{ rule: 'per-request', tiers: [{ upTo: null, priceUsd: '0.20', note: 'Guessed.' }] }],
  });
  expect(JSON.parse(withoutNotes(json))).toEqual({
    id: 'x',
    initBilled: { value: true },
    components: [{ rule: 'per-request', tiers: [{ upTo: null, priceUsd: '0.20' }] }],
  });
});
