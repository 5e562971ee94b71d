/**
 * Every step of the course: on a page that nobody touched it is open, and doing it ticks it. The code of the lessons runs on real
 * Node, in the order of the page; where a step asks for other code, this makes the change that it asks for.
 */
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import { testSettings } from '../../../src/cli/test-settings.ts';
import type { CreateHost } from '../../../src/contract/host.ts';
import { MONTH_SHEET, type StepDo } from '../../../src/course/lesson-step.ts';
import { createMonth } from '../../../src/lesson/month/month-model.ts';
import { type Counting, type Fact, hear, NOTHING_COUNTED, turn } from '../../../src/lesson/steps/counting.ts';
import { followMonth, followPlayground, monthFact, standing } from '../../../src/lesson/steps/facts.ts';
import { perform, performOnMonth } from '../../../src/lesson/steps/perform.ts';
import { alwaysOns, comparedTariffs } from '../../../src/till/prices/all-prices.ts';
import { lessons, type RealLesson, type RealStep, realPlayground, sampleFromDisk } from './real-lesson.ts';

type Edit = readonly [file: string, from: string, to: string];

/** Steps that a reader does in the code, by lesson and step: the change that it asks for, and what is pressed then. */
const BY_HAND: Readonly<Record<string, { readonly edit: Edit; readonly press: readonly StepDo[] }>> = {
  'wat-zijn-serverless-functions 3-1': { edit: ['begroet.js', 'Dag', 'Hoi'], press: [{ run: 1 }] },
  'wat-zijn-serverless-functions 4-1': { edit: ['begroet.js', '`Hoi', 'Hoi'], press: [{ run: 1 }] },
  'betalen-per-gebruik 3-2': {
    edit: [
      'wacht.js',
      "const klant = await vraagDatabase('klant');\n  const pakje = await vraagDatabase('pakje');",
      "const [klant, pakje] = await Promise.all([\n  vraagDatabase('klant'),\n  vraagDatabase('pakje'),\n]);",
    ],
    press: [{ run: 1 }],
  },
  'werk-in-de-wachtrij 2-1': {
    edit: ['bestel.js', 'send({ klant, product })', 'send({ klant, product }, { delaySeconds: 10 })'],
    press: [{ run: 1 }],
  },
  'toestand-bewaar-je-ergens-anders 6-1': {
    edit: ['like.js', 'MEESTE_POGINGEN = 25', 'MEESTE_POGINGEN = 1'],
    press: [
      { empty: true, burst: 50, request: 'POST /likes' },
      { burst: 50, request: 'POST /likes' },
    ],
  },
  'als-het-misgaat 4-1': {
    edit: [
      'boek.js',
      'const bedrag = Number(body.bedrag);',
      'const bedrag = Number(body.bedrag); const failed = event.data.messages.filter((one) => one.body === body).map((one) => one.id); if (Number.isNaN(bedrag)) return { failed };',
    ],
    press: [{ empty: true, run: 1 }],
  },
  'instellingen-en-geheimen 4-1': {
    edit: [
      'betaal.js',
      'const gelukt = await boek(context, sleutel, bedrag);',
      "let gelukt = await boek(context, sleutel, bedrag);\n  if (!gelukt) {\n    sleutel = await leesGeheim(context, 'bank');\n    gelukt = await boek(context, sleutel, bedrag);\n  }",
    ],
    press: [{ run: 1, request: 'POST /betalingen' }],
  },
  'wie-mag-erbij 3-2': {
    edit: [
      'bestelling.js',
      'return Response.json(gevonden);',
      'if (gevonden.van !== bezoeker.naam) return Response.json({}, { status: 403 });\n  return Response.json(gevonden);',
    ],
    press: [{ run: 1, request: 'GET /bestellingen/2' }],
  },
  'wie-mag-erbij 5-1': {
    edit: [
      'api.js',
      'const headers = {};',
      "const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };",
    ],
    press: [{ run: 1, request: 'POST /pagina' }],
  },
  'functies-in-een-keten 5-2': {
    edit: [
      'stappen.js',
      'export async function verstuur({ nummer, klant }) {',
      "export async function verstuur({ nummer, klant }) {\n  throw new Error('de koerier staakt');",
    ],
    press: [{ request: 'POST /bestellingen/12', run: 1 }],
  },
  'de-rekening-als-doelwit 4-1': {
    edit: [
      'verkoop.js',
      'await betaal();',
      "return new Response('Wie ben je?', { status: 400 });\n  await betaal();",
    ],
    press: [{ run: 1 }],
  },
  'de-rekening-als-doelwit 3-2': {
    edit: ['verkoop.js', 'await betaal();', 'await betaal();\n'.repeat(3)],
    press: [{ run: 1 }],
  },
  'een-alarm-op-je-rekening 4-2': {
    edit: ['verkoop.js', 'await betaal();', 'await betaal();\n'.repeat(2)],
    press: [{ burst: 50 }, { burst: 50 }, { burst: 50 }],
  },
  'een-alarm-op-je-rekening 5-2': {
    edit: [
      'bestel.js',
      'return Response.json({ bestelnummer',
      "console.log(messageId, 'aangenomen'); return Response.json({ bestelnummer",
    ],
    press: [{ run: 1 }],
  },
  'testen-wat-je-uitrolt 1-2': {
    edit: ['boete.js', 'Math.min(cent, MAXIMUM)', 'Math.max(0, Math.min(cent, MAXIMUM))'],
    press: [{ run: 1 }],
  },
  'testen-wat-je-uitrolt 2-1': {
    edit: [
      'tests.js',
      '// Hier komt jouw test.',
      "'zonder dagen': async () => gelijk((await vraag('/boete')).status, 400),",
    ],
    press: [{ run: 1 }],
  },
  'testen-wat-je-uitrolt 2-2': {
    edit: [
      'boete.js',
      'const dagen',
      "if (!searchParams.has('dagen')) return new Response('Hoeveel dagen?', { status: 400 });\n  const dagen",
    ],
    press: [{ run: 1 }],
  },
  'testen-wat-je-uitrolt 4-3': {
    edit: ['aws.js', 'event.rawPath}`', 'event.rawPath}`.concat("?", event.rawQueryString)'],
    press: [{ run: 1 }],
  },
  'testen-wat-je-uitrolt 5-3': {
    edit: [
      'nummertje.js',
      'laatste += 1;',
      'const { kv } = arguments[1]; const laatste = ((await kv.get("laatste")) ?? 0) + 1; await kv.put("laatste", laatste);',
    ],
    press: [{ run: 2 }],
  },
  'naar-een-echte-cloud 5-1': {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the code of the lesson
    edit: ['taken.js', 'bewaard: ${taak.id}', 'bewaard: ${taken.id}'],
    press: [{ empty: true, request: 'POST /taken', run: 1 }],
  },
  'alles-bij-elkaar 3-1': { edit: ['begroet.js', 'Dag', 'Hoi'], press: [{ run: 1 }] },
};

/** These run in a container only, which Node is none of. */
const NEEDS_NODE = ['pakketten-en-koude-starts'];
/** A dozen runs or so: with `--deep` all of them, bursts and waits too. */
const IN_SHORT = ['wat-zijn-serverless-functions', 'gebeurtenisgedreven-applicaties'];
const isDeep = testSettings().breadth > 1;

afterEach(() => void vi.unstubAllGlobals());

/** One lesson being done. */
function begin({ steps, functions }: RealLesson, createHost: CreateHost) {
  let counting: Counting = NOTHING_COUNTED;
  let pressed: string | null = null;
  let isHeard = true;
  const tables = new Map(functions.map((name) => [name, realPlayground(sampleFromDisk(name), createHost)]));
  const tell = (at: string, fact: Fact) => {
    if (!isHeard) return;
    counting = hear(counting, steps, at, fact, { onScreen: new Set(), pressed });
  };
  const sheet = createMonth(comparedTariffs, alwaysOns);
  followMonth(sheet, (fact) => tell(MONTH_SHEET, fact));
  for (const [name, { model }] of tables) followPlayground(model, (fact) => tell(name, fact));
  const tableOf = ({ at }: RealStep) => {
    const table = tables.get(at);
    if (!table) throw new Error(`there is no playground ${at}`);
    return table;
  };
  const isDone = ({ key }: RealStep) => counting.done.has(key);

  async function press(step: RealStep, doing: StepDo): Promise<void> {
    if (step.at === MONTH_SHEET) {
      pressed = step.key;
      performOnMonth(sheet, doing);
      if (!isDone(step)) tell(step.at, monthFact(sheet));
      return;
    }
    const { model } = tableOf(step);
    pressed = step.key;
    expect(await perform(model, doing)).toBeNull();
    for (const fact of standing(model, doing)) if (!isDone(step)) tell(step.at, fact);
  }

  /** Time passes as fast as nothing happens: retries, batches and idle instances need not be waited for. */
  async function done(step: RealStep): Promise<void> {
    // Nothing runs there.
    if (step.at === MONTH_SHEET) return expect(isDone(step)).toBe(true);
    const { engine, clock } = tableOf(step);
    await expect
      .poll(
        () => {
          if (!isDone(step) && !isBusy(engine.entries())) clock.move(2_000);
          return isDone(step);
        },
        { message: `step ${step.key} is still open`, interval: 10 },
      )
      .toBe(true);
    // Who stopped the traffic sees the last calls end before going on.
    if (step.doing?.traffic === 0) await expect.poll(() => isBusy(engine.entries())).toBe(false);
  }

  return {
    isDone,
    /** A reader has run something when a step speaks of its instance. */
    warm: async (step: RealStep) => {
      isHeard = false;
      await tableOf(step).model.run();
      isHeard = true;
    },
    /** A reader moves the slider to the right. */
    slide: () => sheet.slideTo(1_000_000),
    press,
    done,
    edit: (step: RealStep, [file, from, to]: Edit) => {
      const { edits } = tableOf(step).model;
      const text = edits.texts.peek()[file] ?? '';
      expect(text).toContain(from);
      edits.edit(file, text.replace(from, to));
    },
    tickByHand: ({ key }: RealStep) => {
      counting = turn(counting, key, true);
    },
    end: () => {
      for (const { model } of tables.values()) model.dispose();
    },
  };
}

function isBusy(entries: readonly { readonly type: string }[]): boolean {
  const count = (type: string) => entries.filter((entry) => entry.type === type).length;
  return count('accepted') > count('invocationEnded');
}

test('a step that has something set before it counts runs counts those with that setting', () => {
  for (const { slug, steps } of lessons) {
    for (const { key, doing, when } of steps) {
      for (const name of ['memory', 'timeout', 'limit', 'env'] as const) {
        if (doing?.[name] !== undefined)
          expect([slug, key, name, when?.[name]]).toEqual([slug, key, name, doing[name]]);
      }
    }
  }
});

test('the button of a step makes as many calls as the step waits for', () => {
  for (const { slug, steps } of lessons) {
    for (const { key, doing, when } of steps) {
      const made = doing?.run ?? doing?.burst;
      if (made !== undefined && (when?.calls ?? 0) > made)
        expect.fail(`${slug} ${key}: ${made} of ${when?.calls} calls`);
    }
  }
});

test('each change by hand is one that its step asks for, in a file of its playground', () => {
  const all = lessons.flatMap(({ slug, steps }) =>
    steps.map((step) => [`${slug} ${step.key}`, step] as const),
  );
  const byName = new Map<string, RealStep>(all);
  for (const [name, { edit }] of Object.entries(BY_HAND)) {
    const step = byName.get(name);
    const files = step && sampleFromDisk(step.at).files.map(({ path }) => path);
    // A step with a button of its own asks for a change only where it says so.
    const isAsked = step?.when?.edited === true || step?.doing === null;
    expect([name, files, isAsked]).toEqual([name, expect.arrayContaining([edit[0]]), true]);
  }
});

test('on pages that nobody touched, no step is done', () =>
  withNodeHost(async (createHost) => {
    for (const lesson of lessons) {
      const page = begin(lesson, createHost);
      expect(lesson.steps.filter(page.isDone)).toEqual([]);
      page.end();
    }
  }));

/** Node draws no pictures. */
const DRAWS = 'verklein-foto';

/** Whether it says in itself what is to be done: a step for the eyes is ticked by whoever looked. */
const isSeen = ({ at, when, doing }: RealStep, name: string) =>
  at !== DRAWS &&
  (doing !== null ||
    BY_HAND[name] !== undefined ||
    when?.gone !== undefined ||
    when?.dead !== undefined ||
    when?.cheaper !== undefined);

const doable = lessons.filter(
  ({ steps, slug }) => steps.some(({ doing }) => doing) && !NEEDS_NODE.includes(slug),
);

test.each(
  doable
    .filter(({ slug }) => isDeep || IN_SHORT.includes(slug))
    .map((lesson) => [lesson.slug, lesson] as const),
)('each step of %s that a button or a change can do is ticked once it is done', (slug, lesson) => {
  vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(path)));
  return withNodeHost(async (createHost) => {
    const page = begin(lesson, createHost);
    for (const step of lesson.steps) {
      const name = `${slug} ${step.key}`;
      if (!isSeen(step, name)) {
        page.tickByHand(step);
        continue;
      }
      expect([name, page.isDone(step)]).toEqual([name, false]);
      const byHand = BY_HAND[name];
      if (byHand) page.edit(step, byHand.edit);
      if (step.when?.gone) await page.warm(step);
      if (step.when?.cheaper) page.slide();
      const presses = byHand?.press ?? (step.doing ? [step.doing] : []);
      for (const doing of presses) await page.press(step, doing);
      await page.done(step);
    }
    page.end();
  });
});
