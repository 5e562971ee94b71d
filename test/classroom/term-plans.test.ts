/** A plan for a term names lessons of the course, in an order in which none is needed before it came. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TERM_PLANS } from '../../src/classroom/term-plans.ts';
import { CLASS_MINUTES } from '../../src/course/schemas/guide.ts';

const slugs = readdirSync('content/lessons').flatMap((file) => /^\d+-(.+)\.mdx$/.exec(file)?.[1] ?? []);

describe.each(TERM_PLANS)('$title', (plan) => {
  test('names lessons that are there, each once at most', () => {
    const named = plan.weeks.flatMap(({ inClass, atHome }) => [...inClass, ...atHome]);
    expect(named.filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('fills its hours: as many lessons a week as it says, or one with something else', () => {
    const hours = plan.weeks.map(({ inClass, also }) => inClass.length + (also === undefined ? 0 : 1));
    expect(new Set(hours)).toEqual(new Set([plan.perWeek]));
    expect(CLASS_MINUTES).toContain(plan.minutes);
  });

  test('keeps the order of the course in class, but for the last lesson, which looks back', () => {
    const order = plan.weeks
      .flatMap(({ inClass }) => inClass)
      .filter((slug) => slug !== 'alles-bij-elkaar')
      .map((slug) =>
        readdirSync('content/lessons')
          .sort()
          .findIndex((file) => file.endsWith(`-${slug}.mdx`)),
      );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});
