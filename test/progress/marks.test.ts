/** What a page that the server made says of progress, link by link, on a page without a browser. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addProgress, progress } from '../../src/progress/kept.ts';
import { followLessons } from '../../src/progress/marks.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';

/** A link or a line of a list: as much of an element as the marks touch. */
class Item {
  readonly dataset: Record<string, string>;
  readonly note = { textContent: '' };
  readonly flags = new Set<string>();
  textContent = '';
  href: string;
  hidden = false;
  readonly isHere: boolean;

  constructor(dataset: Record<string, string>, href = '', isHere = false) {
    this.dataset = dataset;
    this.href = href;
    this.isHere = isHere;
  }

  querySelector = () => this.note;
  hasAttribute = (name: string) => this.flags.has(name);
  toggleAttribute = (name: string, isOn: boolean) =>
    void (isOn ? this.flags.add(name) : this.flags.delete(name));
  getAttribute = (name: string) => (name === 'href' ? this.href : this.isHere ? 'page' : null);
}

let end: { seen: () => void } | null;

function open(items: readonly Item[], { hasEnd = false } = {}) {
  const resume = new Item({}, '/lessen/een/');
  resume.textContent = 'Begin bij les 1';
  end = null;
  vi.stubGlobal('document', {
    querySelectorAll: () => items,
    querySelector: (name: string) => (name === '.resume' ? resume : hasEnd ? {} : null),
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
        end = { seen: () => tell([{ isIntersecting: true }]) };
      }
      observe = () => {};
      disconnect = () => {};
    },
  );
  followLessons();
  return resume;
}

const course = (here?: string) =>
  ['een', 'twee', 'drie'].map(
    (slug, at) =>
      new Item(
        { lesson: slug, number: `${at + 1}`, checks: slug === 'twee' ? 'tel/a tel/b golf/c' : '' },
        `/lessen/${slug}/`,
        slug === here,
      ),
  );
const words = (items: readonly Item[]) => items.map(({ note }) => note.textContent);
const having = (items: readonly Item[], flag: string) => items.map(({ flags }) => flags.has(flag));

beforeEach(() => wipeProgress());
afterEach(() => vi.unstubAllGlobals());

test('a newcomer sees no mark, and begins at the beginning', () => {
  const items = course();
  const resume = open(items);
  expect(words(items)).toEqual(['', '', '']);
  expect(having(items, 'data-next')).toEqual([false, false, false]);
  expect([resume.href, resume.textContent]).toEqual(['/lessen/een/', 'Begin bij les 1']);
});

test('the front page leads back to the lesson that was open, and on from one that was read', () => {
  const items = course();
  const resume = open(items);
  addProgress({ last: 'twee' });
  expect([resume.href, resume.textContent]).toEqual(['/lessen/twee/', 'Verder met les 2']);
  addProgress({ lessons: { twee: true } });
  expect([resume.href, resume.textContent]).toEqual(['/lessen/drie/', 'Verder met les 3']);
  expect(having(items, 'data-next')).toEqual([false, false, true]);
  addProgress({ last: 'drie', lessons: { drie: true } });
  expect(resume.textContent).toBe('Verder met les 3');
});

test('the menu of a lesson leads on from all that was read, unless that is this very lesson', () => {
  const resume = open(course('een'));
  expect(resume.hidden).toBe(true);
  addProgress({ lessons: { een: true } });
  expect([resume.hidden, resume.href, resume.textContent]).toEqual([
    false,
    '/lessen/twee/',
    'Verder met les 2',
  ]);
  expect(open(course('twee')).hidden).toBe(true);
  addProgress({ lessons: { drie: true } });
  expect(open(course('een')).hidden).toBe(true);
});

test('a lesson that this course does not have leads nowhere', () => {
  const resume = open(course());
  addProgress({ last: 'weg' });
  expect(resume.textContent).toBe('Begin bij les 1');
});

test('a lesson says that it was read, and that all of its exercises were made', () => {
  const items = course();
  open(items);
  addProgress({ exercises: { tel: { passed: ['a', 'b'] } } });
  expect(words(items)).toEqual(['', '', '']);
  addProgress({ exercises: { golf: { passed: ['c'] } } });
  expect(words(items)).toEqual(['', 'gemaakt', '']);
  addProgress({ lessons: { een: true, twee: true } });
  expect(words(items)).toEqual(['gelezen', 'gelezen en gemaakt', '']);
  expect(having(items, 'data-done')).toEqual([true, true, false]);
});

test('an exercise says how many of its checks passed, and when it is made', () => {
  const items = [new Item({ checks: 'tel/a tel/b' }), new Item({ checks: 'golf/c' })];
  open(items);
  expect(words(items)).toEqual(['', '']);
  addProgress({ exercises: { tel: { passed: ['a', 'gone'] } } });
  expect(words(items)).toEqual(['1 van 2 goed', '']);
  addProgress({ exercises: { tel: { passed: ['b'] }, golf: { passed: ['c'] } } });
  expect(words(items)).toEqual(['gemaakt', 'gemaakt']);
  expect(having(items, 'data-done')).toEqual([true, true]);
});

test('a lesson is kept as open at once, and as read when its end was on the screen', () => {
  open(course('twee'), { hasEnd: true });
  expect([progress.value.last, progress.value.lessons]).toEqual(['twee', {}]);
  end?.seen();
  expect(progress.value.lessons).toEqual({ twee: true });
});
