import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'prijs',
    title: 'De prijs klopt, bij de eerste en bij de tweede aanroep',
    look: 'Gebruik je bij de tweede aanroep dezelfde instellingen?',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/prijs?centen=1250')).hasJson({ winkel: 'De Hoek', centen: 1125 });
      (await lab.request('GET', '/prijs?centen=200')).hasJson({ winkel: 'De Hoek', centen: 180 });
    },
  },
  {
    id: 'andere-winkel',
    title: 'Met andere instellingen klopt de prijs ook',
    look: 'Gebruik wat de dienst antwoordt, en schrijf niets daarvan zelf op.',
    passesAtStart: true,
    async run(lab) {
      lab.answers('https://instellingen.example', 'GET /winkel', () => ({ winkel: 'Bij Noor', korting: 25 }));
      (await lab.request('GET', '/prijs?centen=1000')).hasJson({ winkel: 'Bij Noor', centen: 750 });
    },
  },
  {
    id: 'een-keer',
    title: 'De instellingen worden één keer per instantie gehaald',
    look: 'Bewaar ze buiten je functie.',
    async run(lab) {
      for (let time = 0; time < 4; time += 1) await lab.request('GET', '/prijs?centen=100');
      lab.usedExactly(1, 'serviceCalls');
    },
  },
  {
    id: 'gezond',
    title: '/gezond antwoordt zonder instellingen te halen',
    look: 'Doe dit voordat je iets ophaalt, ook bij de koude start.',
    async run(lab) {
      (await lab.request('GET', '/gezond')).hasText('ja');
      lab.usedExactly(0, 'serviceCalls');
    },
  },
  {
    id: 'rekening',
    title: 'Tien aanroepen kosten hoogstens 1,5 keer de oplossing',
    look: 'Hoe vaak wacht je functie op de instellingen?',
    budget: 1.5,
    async scenario(lab) {
      for (let time = 0; time < 10; time += 1) {
        (await lab.request('GET', '/prijs?centen=1000')).hasField('centen', 900);
      }
    },
  },
];
