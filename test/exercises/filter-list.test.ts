/** Which exercises are left of the list, and what is said of that. */
import { afterEach, expect, test, vi } from 'vitest';
import { filterExercises } from '../../src/exercises/filter-list.ts';

const EXERCISES = [
  { level: 'instap', kind: 'build', minutes: '10' },
  { level: 'instap', kind: 'repair', minutes: '20' },
  { level: 'pittig', kind: 'golf', minutes: '30' },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page with these exercises, and what of it the list touches; `choice` is what stands in the form. */
function page({ hasForm = true, hasStatus = true, choice = {} as Record<string, string> } = {}) {
  const listeners = new Map<string, (event: object) => void>();
  const status = { textContent: 'nog niets' };
  const form = {
    hidden: true,
    querySelector: (selector: string) => (hasStatus && selector === '[role="status"]' ? status : null),
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  };
  const items = EXERCISES.map((dataset) => ({ dataset, hidden: false }));
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (hasForm && selector === '.exercise-list__filter' ? form : null),
    querySelectorAll: (selector: string) => (selector === '[data-exercise]' ? items : []),
  });
  vi.stubGlobal(
    'FormData',
    class {
      readonly #form: unknown;
      constructor(of: unknown) {
        this.#form = of;
      }
      get(name: string): string | null {
        return this.#form === form ? (choice[name] ?? null) : null;
      }
    },
  );
  const shown = () => items.map(({ hidden }) => !hidden);
  return { form, status, items, listeners, shown };
}

test('nothing chosen leaves all of it, and says nothing', () => {
  const { form, status, shown } = page();
  filterExercises();
  expect(form.hidden).toBe(false);
  expect([shown(), status.textContent]).toEqual([[true, true, true], '']);
});

test.for<[choice: Record<string, string>, shown: readonly boolean[], says: string]>([
  [{ level: 'instap' }, [true, true, false], '2 van 3 oefeningen'],
  [{ kind: 'golf' }, [false, false, true], '1 van 3 oefeningen'],
  [{ minutes: '20' }, [true, true, false], '2 van 3 oefeningen'],
  [{ minutes: '19' }, [true, false, false], '1 van 3 oefeningen'],
  [{ minutes: '100' }, [true, true, true], ''],
  [{ level: 'instap', kind: 'repair', minutes: '20' }, [false, true, false], '1 van 3 oefeningen'],
  [
    { level: 'pittig', kind: 'repair' },
    [false, false, false],
    'Geen enkele oefening past hierbij. Kies iets ruimer.',
  ],
])('what a browser has filled in again already counts: %j', ([choice, left, says]) => {
  const { status, shown } = page({ choice });
  filterExercises();
  expect([shown(), status.textContent]).toEqual([left, says]);
});

test('each change counts at once, and widens the list again', () => {
  const choice: Record<string, string> = {};
  const { status, shown, listeners } = page({ choice });
  filterExercises();
  choice['level'] = 'pittig';
  listeners.get('change')?.({});
  expect([shown(), status.textContent]).toEqual([[false, false, true], '1 van 3 oefeningen']);
  choice['level'] = '';
  listeners.get('change')?.({});
  expect([shown(), status.textContent]).toEqual([[true, true, true], '']);
});

test('the form is sent nowhere', () => {
  const { listeners } = page();
  filterExercises();
  const preventDefault = vi.fn();
  listeners.get('submit')?.({ preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test.for([
  ['form', { hasForm: false }],
  ['place to say it', { hasStatus: false }],
] as const)('a page without a %s stays as it is', ([, without]) => {
  const { form, items, listeners } = page({ ...without, choice: { level: 'pittig' } });
  filterExercises();
  expect(form.hidden).toBe(true);
  expect(items.some(({ hidden }) => hidden)).toBe(false);
  expect(listeners.size).toBe(0);
});
