/** Every exercise as data, for marking: fetched when a teacher drops files in. */

import { loadSample } from '../../course/samples.ts';
import { exercises, versionOfListed } from '../../exercises/list.ts';

export async function GET(): Promise<Response> {
  const all = await exercises();
  const listed = await Promise.all(
    all.map(async ({ name, title, checks }) => {
      const sample = await loadSample(name);
      return { name, title, checks, version: versionOfListed(sample, checks), sample };
    }),
  );
  return Response.json(listed);
}
