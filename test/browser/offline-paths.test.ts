/** The course without a network, in every family of browsers: our own server stands still. */
import { path } from './families/index.ts';
import { ownSite } from './families/own-site.ts';
import { untilAllIsKept } from './kept-for-offline.ts';
import { LESSON_1, LESSON_2 } from './reader.ts';

path('once a reader has begun, the course works without a network', async ({ newReader }) => {
  const site = await ownSite();
  const reader = await newReader(site.url, { hasServiceWorker: true });
  await untilAllIsKept(reader, site.url, () => reader.key('Tab'));
  await site.stop();
  // A lesson that was never opened: read, edited and run.
  await reader.open(`${site.url}${LESSON_2}`);
  const playground = reader.within('region', 'Speeltuin: Wacht op een database');
  const code = 'export default () => new Response("zonder netwerk")';
  await playground.fill('textbox', 'Code van wacht.js', code);
  await playground.press('button', 'Voer uit');
  await playground.sees('group', 'Antwoord', /200 OK.*zonder netwerk/);
  await reader.key('/');
  const search = reader.within('dialog', 'Zoek in de cursus');
  await search.fill('searchbox', 'Zoek in de cursus', 'koude start');
  await reader.sees('dialog', 'Zoek in de cursus', /Voor docenten \(\d+\)/);

  // What was made meanwhile is there after the network has come back.
  await reader.open(`${site.url}${LESSON_1}`);
  await reader.sees('heading', 'Wat zijn serverless functions?');
  await site.start();
  await reader.open(`${site.url}${LESSON_2}`);
  await playground.seesIn('textbox', 'Code van wacht.js', code);
  await playground.press('button', 'Voer uit');
  await playground.sees('group', 'Antwoord', /200 OK.*zonder netwerk/);
});
