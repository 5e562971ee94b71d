/** The targets, in the order in which a reader finds them: only those of which the projects were proven. */
import { aws } from './aws/index.ts';
import { azure } from './azure/index.ts';
import { cloudflare } from './cloudflare/index.ts';
import { container } from './container/index.ts';
import { google } from './google/index.ts';
import { knative } from './knative/index.ts';
import { oracle } from './oracle/index.ts';
import type { CloudTarget } from './target.ts';

export const targets: readonly CloudTarget[] = [cloudflare, aws, google, azure, oracle, knative, container];

/** @throws Error when there is none */
export function targetOf(id: string): CloudTarget {
  const found = targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`There is no target "${id}"`);
  return found;
}
