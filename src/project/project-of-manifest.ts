/** A sample of the course as a project of one's own, to go on with. */
import type { FunctionManifest } from '../course/schemas/function.ts';
import { type Project, projectSchema } from './project-schema.ts';

/** @param name what its function is called when it has only one */
export function projectOfManifest(name: string, manifest: FunctionManifest): Project {
  const { title, functions, entry, trigger, grants, runtime, memoryMb, timeoutMs } = manifest;
  const { idleTimeoutMs, concurrencyLimit, env, services } = manifest;
  return projectSchema.parse({
    version: 1,
    title,
    functions: functions ?? { [name]: { entry, trigger, grants } },
    ...{ runtime, memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit, env, services },
  });
}
