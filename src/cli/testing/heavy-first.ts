/**
 * The order of test files: what takes longest begins first, so that at the end no worker goes on alone. Vitest knows what took
 * long from its last run here, and of a computer that never ran a test only how large each file is, which says little.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From half a minute on two processors down; under `test/`. */
export const HEAVY: readonly string[] = [
  'exercises/fixtures.test.ts',
  'classroom/overview/groups.test.ts',
  'cli/check-exercise.test.ts',
  'exercises/odd-answers.test.ts',
  'lesson/predictions/every-prediction.test.ts',
  'build/recording/kept-runs.test.ts',
  'browser/scorm.test.ts',
  'browser/classroom.test.ts',
  'browser/bad-input.test.ts',
  'host/host-failures.browser.test.ts',
  'browser/container-failures.test.ts',
  'browser/container.test.ts',
  'host/durable.browser.test.ts',
  'browser/exercises.test.ts',
  'browser/hostile-hand-ins.test.ts',
  'browser/node-project.test.ts',
  'browser/paths.test.ts',
  'tool/lab.browser.test.ts',
];

/** Lower goes first; all that is not heavy is equal. */
export function rankOf(moduleId: string): number {
  const at = HEAVY.findIndex((file) => moduleId.replaceAll('\\', '/').endsWith(`/test/${file}`));
  return at === -1 ? HEAVY.length : at;
}

export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rankOf(one.moduleId) - rankOf(other.moduleId));
  }
}
