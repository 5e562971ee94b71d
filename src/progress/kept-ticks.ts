/** The ticked steps as this page has them, shared by its tabs. */
import { openSteps } from './ticks.ts';

export const keptSteps = openSteps();
