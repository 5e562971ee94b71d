import type { Check } from '../../../src/exercises/index.ts';

const LANGSTE_NAAM = 40;

const greet = (name: string) => ['GET', `/groet?naam=${encodeURIComponent(name)}`] as const;

export const checks: readonly Check[] = [
  {
    id: 'naam',
    title: 'Wie een naam geeft, krijgt een eigen groet',
    look: 'Kijk naar de laatste regel van je functie. Staan de spatie en het uitroepteken er nog?',
    passesAtStart: true,
    async run(lab) {
      (await lab.request('GET', '/groet?naam=Mila')).hasText('Dag Mila!');
      (await lab.request('GET', '/groet?naam=Jan%20Willem')).hasText('Dag Jan Willem!');
    },
    fresh(random) {
      const names = random.list(2, 3, () => `${random.word(1, 12)} ${random.word(1, 12)}`);
      return (lab) => lab.outcomes(...names.map(greet));
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
    fresh(random) {
      // Who greets everybody with the same words has not looked at the name.
      const names = random.shuffled(['', random.word()]);
      return (lab) => lab.outcomes(...names.map(greet));
    },
  },
  {
    id: 'te-lang',
    title: 'Een naam van meer dan 40 letters geeft status 400, met uitleg',
    look: 'De lengte van een tekst is `naam.length`. Precies 40 letters mag nog.',
    async run(lab) {
      (await lab.request('GET', `/groet?naam=${'a'.repeat(LANGSTE_NAAM)}`)).hasStatus(200);
      const answer = await lab.request('GET', `/groet?naam=${'a'.repeat(LANGSTE_NAAM + 1)}`);
      answer.hasStatus(400);
      lab.expect(answer.text.trim() !== '', 'een zin die uitlegt wat er mis is', 'een leeg antwoord');
    },
    fresh(random) {
      const names = random.shuffled([
        random.word(LANGSTE_NAAM - 3, LANGSTE_NAAM),
        random.word(LANGSTE_NAAM + 1, LANGSTE_NAAM + 9),
        random.word(100, 200),
      ]);
      return (lab) => lab.outcomes(...names.map(greet));
    },
  },
];
