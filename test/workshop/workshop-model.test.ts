/** Which workplace a page has open, and which of two tabs keeps it: what claims it is the test's. */
import { expect, test } from 'vitest';
import { WorkshopModel } from '../../src/workshop/workshop-model.ts';
import { device, FILES, PATHS } from './kept-support.ts';

/** A tab that waits for its claim, of a device on which another has begun a workplace. It hears nothing of that other. */
async function claiming() {
  const { cupboard, openTab } = device();
  const other = openTab();
  const id = await other.create('Eén', FILES);
  const kept = device().openTab(async () => cupboard);
  await kept.open();
  const asked = Promise.withResolvers<void>();
  const claim = Promise.withResolvers<() => void>();
  const givenUp: string[] = [];
  const workshop = new WorkshopModel({
    kept,
    claim: (name) => {
      asked.resolve();
      return claim.promise.then((giveUp) => () => {
        givenUp.push(name);
        giveUp();
      });
    },
    newId: () => 'nieuw',
    goTo: () => {},
  });
  const following = workshop.follow(`#${id}`);
  await asked.promise;
  return { other, id, workshop, following, givenUp, grant: () => claim.resolve(() => {}) };
}

test('who comes to keep a workplace has what the tab before it kept last, with its files of then', async () => {
  const { other, id, workshop, following, givenUp, grant } = await claiming();
  const last = [
    { path: 'a.js', text: 'anders' },
    { path: 'b.js', text: 'b' },
  ];
  other.save(id, 'Eén', [...PATHS, 'b.js'], last);
  await other.settled();
  grant();
  await following;
  const opened = workshop.opened.value;
  expect(opened?.keeping).toBe('kept');
  expect(opened?.workplace.edits.value.ownTexts.value).toEqual({
    'a.js': 'anders',
    'b.js': 'b',
    'functielab.json': '{}',
  });
  expect(givenUp).toEqual([]);
});

test('what was thrown away meanwhile is not opened, and whoever wants it need not wait for this tab', async () => {
  const { other, id, workshop, following, givenUp, grant } = await claiming();
  other.remove(id);
  await other.settled();
  grant();
  await following;
  expect(workshop.opened.value).toBeNull();
  expect(workshop.problem.value).toMatch(/^Deze werkplaats staat niet/);
  expect(givenUp).toEqual([`functielab:werkplaats:${id}`]);
});

test('a reader who wants another meanwhile gives it up', async () => {
  const { id, workshop, following, givenUp, grant } = await claiming();
  workshop.close();
  grant();
  await following;
  expect(workshop.opened.value).toBeNull();
  expect(workshop.problem.value).toBeNull();
  expect(givenUp).toEqual([`functielab:werkplaats:${id}`]);
});
