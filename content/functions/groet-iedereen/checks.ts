import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'naam',
    title: 'Wie een naam geeft, krijgt een eigen groet',
    look: 'Kijk naar de laatste regel van je functie. Staan de spatie en het uitroepteken er nog?',
    async run(lab) {
      (await lab.request('GET', '/groet?naam=Mila')).hasText('Dag Mila!');
      (await lab.request('GET', '/groet?naam=Jan%20Willem')).hasText('Dag Jan Willem!');
    },
  },
  {
    id: 'geen-naam',
    title: 'Zonder naam groet de functie iedereen',
    look: 'Wat is `naam` als het adres geen naam heeft? En wat als er `?naam=` staat?',
    async run(lab) {
      (await lab.request('GET', '/groet')).hasText('Dag allemaal!');
      (await lab.request('GET', '/groet?naam=')).hasText('Dag allemaal!');
    },
  },
  {
    id: 'te-lang',
    title: 'Een naam van meer dan 40 letters geeft status 400, met uitleg',
    look: 'De lengte van een tekst is `naam.length`. Precies 40 letters mag nog.',
    async run(lab) {
      (await lab.request('GET', `/groet?naam=${'a'.repeat(40)}`)).hasStatus(200);
      const answer = await lab.request('GET', `/groet?naam=${'a'.repeat(41)}`);
      answer.hasStatus(400);
      lab.expect(answer.text.trim() !== '', 'een zin die uitlegt wat er mis is', 'een leeg antwoord');
    },
  },
];
