/** `Herhaal` in every family of browsers, for who has read nothing; a round of it is in `review.test.ts`. */
import { path } from './families/index.ts';

path('who has read nothing is sent to the first lesson', async ({ newReader }) => {
  const reader = await newReader('herhaal/');
  await reader.sees('main', '', 'Je hebt nog geen les gelezen');
  await reader.press('link', 'Begin bij les 1');
  await reader.sees('heading', 'Wat zijn serverless functions?');
});
