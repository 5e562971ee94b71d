/** Every sample of the course as the files of a workplace: fetched when somebody begins with one. */
import { getCollection } from 'astro:content';
import { loadSample } from '../../course/samples.ts';
import { PROJECT_FILE, projectOfManifest, writeProject } from '../../project/index.ts';

export async function GET(): Promise<Response> {
  const all = await getCollection('functions');
  const samples = await Promise.all(
    all.map(async ({ id, data }) => {
      const { files, title } = await loadSample(id);
      const manifest = { path: PROJECT_FILE, text: writeProject(projectOfManifest(id, data)) };
      return { name: id, title, files: [...files, manifest] };
    }),
  );
  return Response.json(samples);
}
