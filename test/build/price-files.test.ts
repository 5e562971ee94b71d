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

test('of a server and of the exchange rate it takes along what is shown beside an amount, and no more', () => {
  const read = { source: 'https://example.com/', readDate: '2026', seenIn: 'x', confidence: 'verified' };
  const server = {
    kind: 'always-on',
    ...read,
    components: [{ what: 'disk', ...read }],
    burst: { baselineVcpu: '0.2', ...read },
  };
  expect(JSON.parse(withoutNotes(JSON.stringify(server)))).toEqual({
    kind: 'always-on',
    ...read,
    components: [{ what: 'disk' }],
    burst: { baselineVcpu: '0.2' },
  });
  const rate = { kind: 'currency', usdPerEur: '1.1', date: '2026-10-28', ...read };
  expect(JSON.parse(withoutNotes(JSON.stringify(rate)))).toEqual({
    kind: 'currency',
    usdPerEur: '1.1',
    date: '2026-10-28',
  });
  const tariff = { kind: 'functions', components: [{ rule: 'per-request', ...read }] };
  expect(JSON.parse(withoutNotes(JSON.stringify(tariff)))).toEqual(tariff);
});
