/**
 * A project of one's own: files, and a `functielab.json` that says which of them are functions. It knows no page and no disk:
 * the workplace in the browser and the tool in a terminal both import it, through this door.
 *
 *     text of functielab.json ──read──▶ Project ──sample-of-project.ts──▶ Sample, as every playground takes it
 *                            ◀──write──
 *
 * `project-schema.ts` is what may stand in it, made of the schemas of the course's own manifests, so that what a sample can do a reader
 * can too. `project-problems.ts` says what is wrong, in Dutch. `intake/index.ts` takes in what comes from outside; it has a parser
 * with it, so whoever has no stranger's folder leaves it alone. Begin at `project-schema.ts`.
 */

export { FILE_LIMIT_BYTES, MOST_FILES, PROJECT_LIMIT_BYTES, pathProblem } from './file-limits.ts';
export { projectOfManifest } from './project-of-manifest.ts';
export type { ProjectProblem } from './project-problems.ts';
export {
  PROJECT_FILE,
  PROJECT_VERSION,
  type Project,
  type ProjectFunction,
  projectSchema,
} from './project-schema.ts';
export { readProject } from './read-project.ts';
export { type ProblemOfFiles, problemsOfFiles, sampleOfProject } from './sample-of-project.ts';
export { writeProject } from './write-project.ts';
