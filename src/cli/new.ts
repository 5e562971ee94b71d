/**
 * `npm run -s new:lesson -- <slug> "<titel>"` and `npm run -s new:exercise -- <naam> <les> "<titel>"`: files to begin with. What they
 * make builds and passes its checks at once, so that an author changes something that works.
 *
 * Exit status 2, and nothing written, for a name that can't be or is there already.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export interface Scaffold {
  /** By path from the root of the project. */
  readonly files: Readonly<Record<string, string>>;
  /** What to do next, in Dutch. */
  readonly next: string;
}

/** @returns a sentence that says what is wrong with the arguments, in Dutch, or what to write */
export function newLesson(project: string, [slug = '', title = slug]: readonly string[]): Scaffold | string {
  if (!NAME.test(slug))
    return 'Geef een naam van kleine letters met streepjes: npm run -s new:lesson -- mijn-les "Mijn les"';
  const lessons = lessonFiles(project);
  if (lessons.some((file) => file.slug === slug)) return `Er is al een les met de naam ${slug}.`;
  const order = Math.max(0, ...lessons.map((file) => file.order)) + 1;
  const path = `content/lessons/${String(order).padStart(2, '0')}-${slug}.mdx`;
  const guide = `content/guides/${slug}.yaml`;
  if (existsSync(join(project, guide))) return `Er is al een lesplan ${guide}.`;
  return {
    files: { [path]: lessonText(title, order), [guide]: GUIDE },
    next: `Schrijf verder in ${path}, en aan het lesplan in ${guide}. Geef de les ook een oefening: npm run -s new:exercise -- mijn-oefening ${slug}`,
  };
}

/** As `newLesson`. */
export function newExercise(
  project: string,
  [name = '', lesson = '', title = 'Mijn oefening']: readonly string[],
): Scaffold | string {
  if (!NAME.test(name) || lesson === '') {
    return 'Geef een naam van kleine letters met streepjes, en een les: npm run -s new:exercise -- mijn-oefening betalen-per-gebruik "Mijn oefening"';
  }
  const slugs = lessonFiles(project).map(({ slug }) => slug);
  if (!slugs.includes(lesson)) return `Er is geen les ${lesson}. Dit zijn ze: ${slugs.join(', ')}.`;
  const folder = `content/functions/${name}`;
  if (existsSync(join(project, folder))) return `De map ${folder} bestaat al.`;
  return {
    files: {
      [`${folder}/function.json`]: manifestText(title),
      [`${folder}/functie.js`]: START,
      [`${folder}/oplossing/functie.js`]: SOLUTION,
      [`${folder}/checks.ts`]: CHECKS,
      [`${folder}/opdracht.mdx`]: taskText(lesson),
    },
    next: `Verander de bestanden in ${folder}. Controleer met: npm run -s oefening -- ${name}`,
  };
}

function lessonFiles(project: string): { slug: string; order: number }[] {
  return readdirSync(join(project, 'content/lessons')).flatMap((file) => {
    const [, order, slug] = /^(\d+)-(.+)\.mdx$/.exec(file) ?? [];
    return order && slug ? [{ slug, order: Number(order) }] : [];
  });
}

const lessonText = (title: string, order: number) => `---
title: ${JSON.stringify(title)}
menuTitle: ${JSON.stringify(title)}
order: ${order}
minutes: 7
description: "Eén zin voor zoekmachines en voor de lijst van lessen."
lead: "De eerste alinea: wat de lezer gaat doen, en **waarom** dat de moeite waard is."
goals:
  - "uitleggen wat hier geleerd wordt"
outOfScope:
  - "Wat een andere les doet"
---

import { Playground, Question, SelfCheck, Step, Try } from '../../src/lesson/index.ts';

## Probeer eerst

<Playground function="begroet" />

<Try for="begroet">

<Step do={{ run: 1 }} when={{ calls: 1 }}>Druk op **Voer uit**. Wat zie je?</Step>

</Try>

## Test jezelf

<SelfCheck>

<Question
  prompt="Wat is goed?"
  options={["Dit niet.", "Dit wel."]}
  answer={1}
  why="Omdat het zo is."
  hints={["Kijk nog eens.", ""]}
/>

</SelfCheck>
`;

/** Each column together is one lesson at school: `CLASS_MINUTES` of `src/course/schemas/guide.ts`. */
const GUIDE = `needs:
  devices: pair
  network: page
plan:
  - minutes: [8, 10, 10]
    what: "Begin met een vraag aan de klas. Noem *kopjes en knoppen* tussen sterretjes."
  - minutes: [15, 15, 20]
    what: "Iedereen doet *Probeer eerst* en maakt vraag 1 en 2 van het werkblad."
  - minutes: [14, 15, 25]
    what: "Tweetallen maken een oefening bij deze les."
  - minutes: [0, 0, 20]
    what: "Iedereen maakt vraag 3 en 4 van het werkblad. Bespreek wat niet hetzelfde is."
  - minutes: [8, 10, 15]
    what: "Bespreek samen *Test jezelf*, en wat deze les niet vertelt."
home: "Vraag 3 en 4 van het werkblad, en de oefening afmaken."
mistakes:
  - mistake: "Wat studenten vaak denken."
    answer: "Wat dan helpt, in een of twee zinnen."
    asked: "Dit niet."
    disproved: "Waar een student ziet dat het niet klopt."
  - mistake: "Nog iets wat vaak misgaat."
    answer: "Waar je ze naar laat kijken, in een of twee zinnen."
  - mistake: "Een derde misverstand."
    answer: "Een vraag die ze zelf op weg helpt."
sheet:
  - question: "Een vraag die je met de les kunt beantwoorden?"
    lines: 3
    answer: "Het antwoord, alleen voor de docent."
  - question: "Een vraag over wat je in de speeltuin zag?"
    lines: 3
    answer: "Het antwoord, alleen voor de docent."
  - question: "Een vraag waarbij je iets uitrekent?"
    lines: 4
    answer: "Het antwoord, alleen voor de docent."
  - question: "Een vraag om over door te praten met de klas?"
    lines: 4
    answer: "Het antwoord, alleen voor de docent."
`;

const manifestText = (title: string) => `{
  "title": ${JSON.stringify(title)},
  "files": ["functie.js"],
  "entry": "functie.js",
  "trigger": { "type": "http", "method": "GET", "path": "/dubbel?getal=21" },
  "learned": ["What is learned with it, for authors."],
  "outOfScope": ["What is left to other exercises."]
}
`;

const START = `/** @param {Request} request */
export default function functie(request) {
  const getal = new URL(request.url).searchParams.get('getal');
  return Response.json({ antwoord: getal });
}
`;

const SOLUTION = `/** @param {Request} request */
export default function functie(request) {
  const getal = Number(new URL(request.url).searchParams.get('getal'));
  return Response.json({ antwoord: getal * 2 });
}
`;

const CHECKS = `import type { Check } from '../../../src/exercises/index.ts';

export const checks: readonly Check[] = [
  {
    id: 'dubbel',
    title: 'Het antwoord is het dubbele',
    look: 'Wat uit het adres komt, is tekst. Maak er een getal van.',
    async run(lab) {
      (await lab.request('GET', '/dubbel?getal=21')).hasJson({ antwoord: 42 });
    },
  },
];
`;

const taskText = (lesson: string) => `---
lesson: ${lesson}
level: instap
minutes: 5
summary: "Eén zin voor de lijst van oefeningen."
learned: "Wat iemand die dit gemaakt heeft nu weet, in een of twee zinnen."
hints:
  - "Een zetje."
  - "Bijna het antwoord, met \`code\`."
---

Zorg dat de functie het **dubbele** geeft van het getal in het adres.
`;

function main([kind, ...args]: readonly string[]): void {
  const made = kind === 'lesson' ? newLesson(PROJECT, args) : newExercise(PROJECT, args);
  if (typeof made === 'string') {
    console.error(made);
    process.exitCode = 2;
    return;
  }
  for (const [path, text] of Object.entries(made.files)) {
    mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
    writeFileSync(join(PROJECT, path), text);
    console.log(`gemaakt: ${path}`);
  }
  console.log(made.next);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
