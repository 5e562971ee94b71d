/** The Machinekamer in every family of browsers: it says in words what it shows, and any moment can be gone back to. */
import { path } from './families/index.ts';

/** Further than any slider is long. */
const TO_THE_BEGIN = { rightPx: -2_000, downPx: 0 };

path(
  'as large as the page it says in tables what it shows, and Escape leads back to where one was',
  async ({ newReader }) => {
    const reader = await newReader('lessen/werk-in-de-wachtrij/');
    const playground = reader.within('region', 'Speeltuin: Bestellen met een wachtrij');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', '202');
    const machine = playground.within('group', 'Machinekamer');
    await machine.press('button', 'Groot');
    const large = reader.within('dialog', 'Machinekamer: Bestellen met een wachtrij');
    await large.sees('table', 'Kassabon', /bestel, koude start € ?0,000/);
    await large.press('slider', 'Moment');
    await reader.key('Home');
    await large.sees('table', 'Kassabon', /^Kassabon Tot nu toe: 0 aanroepen/);
    await large.press('button', 'Live');
    await large.sees('table', 'Kassabon', /bestel, koude start € ?0,000/);
    await reader.key('Escape');
    await reader.seesCount('dialog', null, 0);
    await machine.seesFocus('button', 'Groot');
  },
);

path(
  'of fifty at once ten get an instance and forty a 429, and the moment before that can be looked at again',
  async ({ newReader }) => {
    const reader = await newReader('lessen/schalen-ook-naar-nul/');
    const playground = reader.within('region', 'Speeltuin: Verkoop een kaartje');
    const machine = playground.within('group', 'Machinekamer');
    const told = (what: RegExp) => playground.sees('group', 'Machinekamer', what);
    // Ten starts at once take more than three seconds where the processor is slow or busy.
    await playground.press('button', 'Headers, body en instellingen');
    await playground.choose('combobox', 'Timeout', '30 s');
    await playground.press('button', 'Stuur 50 tegelijk');
    // What the ten cost is no longer nothing.
    await told(/10 instanties wachten gratis\. 40 aanroepen zijn geweigerd \(429\)\..*€ ?0,000 (?!000 000)/);
    await machine.pull('slider', 'Moment', TO_THE_BEGIN);
    await told(/0,00 s .*€ ?0,000 000 000/);
    // Who sends anew sees that, and no longer the moment that was looked back at.
    await playground.press('button', 'Stuur 50 tegelijk');
    await told(/10 instanties wachten gratis|Er is geen enkele instantie/);
    await playground.press('button', 'Maak leeg');
    await told(/Er draait nog niets\./);
  },
);
