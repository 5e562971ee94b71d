/** What may stand in `functielab.json`: the manifest of a project of one's own, in the words of the course's manifests. */
import { forAllFunctions, functionName, oneFunction, problemsTogether } from '../course/schemas/function.ts';
import { httpTrigger, triggerSchema } from '../course/schemas/trigger.ts';
import { z } from '../course/schemas/zod.ts';

/** Where it lies: at the top of the folder. */
export const PROJECT_FILE = 'functielab.json';
/** Of the form of the file. A file with a higher one is from a newer Functielab. */
export const PROJECT_VERSION = 1;
/** More than anybody reads on one screen, and few enough to deploy at once. */
const MOST_FUNCTIONS = 50;
const LONGEST_TITLE = 80;

const [, ...otherTriggers] = triggerSchema.options;

/** As in a manifest of the course; but a request begins somewhere by itself. */
const ownTrigger = z.discriminatedUnion('type', [
  httpTrigger.extend({ path: httpTrigger.shape.path.default('/') }),
  ...otherTriggers,
]);

const functions = z
  .record(functionName, z.strictObject({ ...oneFunction, trigger: ownTrigger }))
  .refine((all) => Object.keys(all).length > 0, 'heeft minstens één functie nodig')
  .refine(
    (all) => Object.keys(all).length <= MOST_FUNCTIONS,
    `mag maximaal ${MOST_FUNCTIONS} functies noemen`,
  );

/** Fields in the order in which they are written. */
export const projectSchema = z
  .strictObject({
    version: z.literal(PROJECT_VERSION),
    /** What the project is called: "Takenlijst". */
    title: z
      .string()
      .min(1, 'mag niet leeg zijn')
      .max(LONGEST_TITLE, `mag maximaal ${LONGEST_TITLE} tekens lang zijn`)
      .default('Naamloos'),
    /** By name, in the order in which requests look for a route. */
    functions,
    ...forAllFunctions,
  })
  .superRefine(({ functions, runtime }, context) => {
    for (const { message, path } of problemsTogether(functions, runtime)) {
      context.addIssue({ code: 'custom', message, path: [path] });
    }
  });

/** A project, with every field that its file leaves out filled in. */
export type Project = z.output<typeof projectSchema>;
export type ProjectFunction = Project['functions'][string];
