import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'maand',
    title: 'Het omslagpunt per maand klopt',
    look: 'Een aanroep kost miljoensten van een cent. Reken alles om naar hetzelfde.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=31');
      answer.hasField('perMaand', 29_032_259);
    },
  },
  {
    id: 'precies',
    title: 'Even duur is nog niet duurder',
    look: 'Gaat de deling precies op, dan is er nog één aanroep nodig.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=30');
      answer.hasField('perMaand', 30_000_001);
    },
  },
  {
    id: 'dag',
    title: 'Per dag is naar boven afgerond',
    look: 'Deel door 30 dagen, en rond naar boven af.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=30');
      answer.hasField('perDag', 1_000_001);
    },
  },
  {
    id: 'gratis',
    title: 'Gratis aanroepen: nooit',
    look: 'Delen door nul geeft oneindig. Vang dat voor de deling op.',
    async run(lab) {
      const answer = await lab.request('GET', '/omslag?serverCent=900&aanroepMiljoenste=0');
      answer.hasJson({ perMaand: null, perDag: null });
    },
  },
  {
    id: 'onzin',
    title: 'Wat geen getal is, geeft status 400',
    look: 'Let op: `Number(null)` en `Number("")` zijn 0.',
    async run(lab) {
      for (const query of [
        '',
        '?serverCent=900',
        '?serverCent=veel&aanroepMiljoenste=30',
        '?serverCent=&aanroepMiljoenste=-3',
      ]) {
        (await lab.request('GET', `/omslag${query}`)).hasStatus(400);
      }
    },
  },
];
