/**
 * What a lesson can use: one import in its MDX. Each component says in its own file what it takes.
 *
 *     tags/         the names that an author writes
 *     comparisons/  runs of this page side by side            month/   so many runs a month, and a server beside them
 *     questions/    a self-check                              memory/  the price of a run against its memory
 *
 * Lessons import this door, and `figures.ts` for numbers in a sentence; pages import `islands.tsx` (parts that are fetched
 * when they are seen) and `tags/CompactPlayground.astro`. `LessonPlayground.tsx` and `LessonProgram.tsx` are the two
 * playgrounds with what this room adds to them. It stands on playground, till, sharing and take-home, and knows no exercise.
 */
export { monthAtRate } from './figures.ts';
export { default as Bill } from './tags/Bill.astro';
export { default as BreakEven } from './tags/BreakEven.astro';
export { default as CompareBills } from './tags/CompareBills.astro';
export { default as CompareServer } from './tags/CompareServer.astro';
export { default as CompareTariffs } from './tags/CompareTariffs.astro';
export { default as MemoryChoice } from './tags/MemoryChoice.astro';
export { default as Money } from './tags/Money.astro';
export { default as Month } from './tags/Month.astro';
export { default as MonthLink } from './tags/MonthLink.astro';
export { default as Playground } from './tags/Playground.astro';
export { default as Price } from './tags/Price.astro';
export { default as ProgramPlayground } from './tags/ProgramPlayground.astro';
export { default as Question } from './tags/Question.astro';
export { default as SelfCheck } from './tags/SelfCheck.astro';
export { default as ServerMeter } from './tags/ServerMeter.astro';
export { default as Term } from './tags/Term.astro';
export { default as Times } from './tags/Times.astro';
export { default as Try } from './tags/Try.astro';
