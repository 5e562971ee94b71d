/**
 * What a lesson can use: one import in its MDX. Each component says in its own file what it takes.
 *
 * Begin at `tags/Playground.astro`: an author writes a tag, and the tag shows a part. What needs a browser is a part of its own,
 * fetched when it is seen (`islands.tsx`): a question (`questions/Choices.tsx`), bills side by side
 * (`comparisons/BillsSideBySide.tsx`), the month (`month/MonthCalculator.tsx`), the price of memory
 * (`memory/PriceByMemory.tsx`), cold starts of a real cloud (`cold-starts/cold-start-model.ts`). `figures.ts` computes what a
 * lesson says in numbers, and `traffic-figures.ts` what it says of simulated traffic. `LessonPlayground.tsx` and
 * `LessonProgram.tsx` are the two playgrounds with what this room adds to them. `steps/` follows what is to be tried: begin at
 * `steps/counting.ts`. What a reader predicts before an experiment, and what comes of it, is one folder: begin at
 * `predictions/experiment.ts`. A month of traffic is another: begin at `traffic/TrafficMonth.astro`. Lessons and pages import this
 * room; it stands on engine, playground, till, progress, sharing, take-home, simulation and traffic, and knows no exercise.
 */

export { default as ColdStarts } from './cold-starts/ColdStarts.astro';
export { monthAtRate, surplusAtRate } from './figures.ts';
export { default as UntilPredicted } from './predictions/UntilPredicted.astro';
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
export { default as Predict } from './tags/Predict.astro';
export { default as Price } from './tags/Price.astro';
export { default as ProgramPlayground } from './tags/ProgramPlayground.astro';
export { default as Question } from './tags/Question.astro';
export { default as SelfCheck } from './tags/SelfCheck.astro';
export { default as ServerMeter } from './tags/ServerMeter.astro';
export { default as Step } from './tags/Step.astro';
export { default as Term } from './tags/Term.astro';
export { default as Times } from './tags/Times.astro';
export { default as Try } from './tags/Try.astro';
export { default as Served } from './traffic/Served.astro';
export { default as Simulated } from './traffic/Simulated.astro';
export { default as TrafficLink } from './traffic/TrafficLink.astro';
export { default as TrafficMonth } from './traffic/TrafficMonth.astro';
