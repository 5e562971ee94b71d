/** What a lesson can use: one import in its MDX. Each component says in its own file what it takes. */
export { default as Bill } from './Bill.astro';
export { default as BreakEven } from './BreakEven.astro';
export { default as CompareBills } from './CompareBills.astro';
export { default as CompareServer } from './CompareServer.astro';
export { default as Playground } from './Playground.astro';
export { default as Price } from './Price.astro';
export { default as ProgramPlayground } from './ProgramPlayground.astro';
export { default as Question } from './Question.astro';
export { default as SelfCheck } from './SelfCheck.astro';
export { default as ServerMeter } from './ServerMeter.astro';
export { default as Term } from './Term.astro';
export { default as Try } from './Try.astro';
