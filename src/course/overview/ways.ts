/** What each lesson needs of others, and three ways through the course. By slug, so that renumbering moves nothing. */
import { type Lesson, lessons, slugOf } from '../lessons.ts';

/**
 * Lessons without which a lesson can't be followed, the nearest alone: what these need themselves is not said again. A test holds
 * that each is earlier, and that the lesson refers to it or uses a word that it explains.
 */
const NEEDS: { readonly [slug: string]: readonly string[] } = {
  'wat-zijn-serverless-functions': [],
  'betalen-per-gebruik': ['wat-zijn-serverless-functions'],
  'gebeurtenisgedreven-applicaties': ['wat-zijn-serverless-functions'],
  'een-bestand-komt-binnen': ['gebeurtenisgedreven-applicaties'],
  'op-vaste-tijden': ['gebeurtenisgedreven-applicaties'],
  'werk-in-de-wachtrij': ['gebeurtenisgedreven-applicaties'],
  'koude-en-warme-starts': ['wat-zijn-serverless-functions'],
  'schalen-ook-naar-nul': ['koude-en-warme-starts'],
  'toestand-bewaar-je-ergens-anders': ['gebeurtenisgedreven-applicaties', 'schalen-ook-naar-nul'],
  'als-het-misgaat': ['werk-in-de-wachtrij'],
  'twee-keer-hetzelfde-bericht': [
    'een-bestand-komt-binnen',
    'werk-in-de-wachtrij',
    'toestand-bewaar-je-ergens-anders',
  ],
  'functies-in-een-keten': ['als-het-misgaat', 'twee-keer-hetzelfde-bericht'],
  'instellingen-en-geheimen': ['gebeurtenisgedreven-applicaties', 'koude-en-warme-starts'],
  'wie-mag-erbij': ['instellingen-en-geheimen'],
  'hoe-groot-en-waar': ['een-bestand-komt-binnen', 'werk-in-de-wachtrij'],
  'je-rekening-lezen': ['betalen-per-gebruik'],
  'geheugen-kiezen': ['betalen-per-gebruik'],
  'wat-kost-het-waar': ['geheugen-kiezen'],
  'wanneer-altijd-aan-goedkoper-is': ['betalen-per-gebruik', 'schalen-ook-naar-nul'],
  'de-rekening-als-doelwit': ['twee-keer-hetzelfde-bericht'],
  'een-alarm-op-je-rekening': ['de-rekening-als-doelwit'],
  'onder-de-motorkap': ['betalen-per-gebruik', 'als-het-misgaat'],
  'pakketten-en-koude-starts': ['koude-en-warme-starts'],
  'van-server-naar-functies': ['betalen-per-gebruik', 'toestand-bewaar-je-ergens-anders'],
  'alles-bij-elkaar': [
    'wanneer-altijd-aan-goedkoper-is',
    'de-rekening-als-doelwit',
    'van-server-naar-functies',
  ],
  'naar-een-echte-cloud': [
    'de-rekening-als-doelwit',
    'pakketten-en-koude-starts',
    'van-server-naar-functies',
  ],
  'testen-wat-je-uitrolt': ['naar-een-echte-cloud'],
  'een-maand-in-een-seconde': ['schalen-ook-naar-nul'],
  'hoeveel-servers-zou-je-nodig-hebben': ['wanneer-altijd-aan-goedkoper-is'],
};

export interface MappedLesson {
  readonly lesson: Lesson;
  /** In the order of the course. */
  readonly needs: readonly Lesson[];
}

/** @throws Error naming the lesson, when one has no place here, or one that is named here is gone */
export async function mappedLessons(): Promise<readonly MappedLesson[]> {
  const all = await lessons();
  const bySlug = new Map(all.map((lesson) => [slugOf(lesson), lesson]));
  const gone = Object.keys(NEEDS).find((slug) => !bySlug.has(slug));
  if (gone !== undefined) throw new Error(`${HERE}: there is no lesson "${gone}"`);
  return all.map((lesson) => {
    const needs = NEEDS[slugOf(lesson)];
    if (needs === undefined) throw new Error(`${HERE}: what does the lesson "${slugOf(lesson)}" need?`);
    return { lesson, needs: all.filter((one) => needs.includes(slugOf(one))) };
  });
}

const HERE = 'src/course/overview/ways.ts';

export interface Sitting {
  readonly title: string;
  readonly lessons: readonly Lesson[];
  /** Of its lessons together, to read and to do. */
  readonly minutes: number;
}

export interface Way {
  readonly title: string;
  /** For whom it is, and what it leaves out. */
  readonly about: string;
  readonly sittings: readonly Sitting[];
  readonly minutes: number;
}

const AFTERNOON: readonly (readonly [title: string, slugs: readonly string[]])[] = [
  ['Voor de pauze', ['wat-zijn-serverless-functions', 'betalen-per-gebruik']],
  ['Na de pauze', ['koude-en-warme-starts', 'schalen-ook-naar-nul']],
  ['Tot slot', ['wanneer-altijd-aan-goedkoper-is']],
];

const WEEK: typeof AFTERNOON = [
  ['Maandag', ['wat-zijn-serverless-functions', 'betalen-per-gebruik']],
  ['Dinsdag', ['gebeurtenisgedreven-applicaties', 'werk-in-de-wachtrij']],
  ['Woensdag', ['koude-en-warme-starts', 'schalen-ook-naar-nul']],
  ['Donderdag', ['toestand-bewaar-je-ergens-anders', 'van-server-naar-functies']],
  ['Vrijdag', ['je-rekening-lezen', 'wanneer-altijd-aan-goedkoper-is', 'een-maand-in-een-seconde']],
];

/** Of study a week, beside what else somebody does in a term; exercises come on top of it. */
const MOST_MINUTES_A_WEEK = 60;

/** An afternoon, a week and a term, in this order. @throws Error naming a lesson that is gone */
export async function ways(): Promise<readonly Way[]> {
  const all = await lessons();
  const picked = (plan: typeof AFTERNOON) =>
    plan.map(([title, slugs]) =>
      sitting(
        title,
        slugs.map((slug) => {
          const lesson = all.find((one) => slugOf(one) === slug);
          if (lesson === undefined) throw new Error(`${HERE}: there is no lesson "${slug}"`);
          return lesson;
        }),
      ),
    );
  return [
    way(
      'Een middag',
      'Voor wie wil weten waar het over gaat: wat een functie is, wat ze kost, en wat er gebeurt als het druk wordt of juist stil.',
      picked(AFTERNOON),
    ),
    way(
      'Een week',
      'Voor wie er elke dag een uur voor heeft. Je laat weg hoe het platform vanbinnen werkt, en wat er allemaal mis kan gaan.',
      picked(WEEK),
    ),
    way(
      'Een periode',
      'De hele cursus, met elke week ongeveer een uur aan lessen. De oefeningen komen daar nog bij.',
      weekly(all),
    ),
  ];
}

/** The lessons in their order, as many a week as fit; at least one. */
function weekly(all: readonly Lesson[]): readonly Sitting[] {
  const weeks: Lesson[][] = [];
  for (const lesson of all) {
    const week = weeks.at(-1);
    if (week === undefined || minutesOf([...week, lesson]) > MOST_MINUTES_A_WEEK) weeks.push([lesson]);
    else week.push(lesson);
  }
  return weeks.map((week, at) => sitting(`Week ${at + 1}`, week));
}

const minutesOf = (some: readonly Lesson[]) => some.reduce((sum, { data }) => sum + (data.minutes ?? 0), 0);

const sitting = (title: string, some: readonly Lesson[]): Sitting => ({
  title,
  lessons: some,
  minutes: minutesOf(some),
});

const way = (title: string, about: string, sittings: readonly Sitting[]): Way => ({
  title,
  about,
  sittings,
  minutes: sittings.reduce((sum, { minutes }) => sum + minutes, 0),
});
