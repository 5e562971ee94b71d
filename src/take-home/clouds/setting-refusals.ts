/**
 * Settings that a platform does not take, gives a value of its own, or reads as something else: told when a project is made, and
 * not when it is deployed. That a name has only letters, digits and `_` is seen to before: `course/schemas/function.ts`.
 *
 * Sources, read 2026-11-29: AWS Lambda, "Using environment variables"; Azure Functions, "App settings reference"; Cloud Run,
 * "Environment variables"; OCI Functions, "Passing custom configuration parameters"; Knative `func.yaml`, "envs".
 */
import { RefusedProject } from './refused-project.ts';
import type { CloudTarget, TargetId } from './target.ts';

interface SettingRules {
  /** Names that the platform, its runtime or the adapter gives a value. */
  readonly taken: RegExp;
  /** Names that it refuses, and how one has to be: a Dutch sentence. */
  readonly refused?: { readonly names: RegExp; readonly words: string };
  /** Values that it takes for a reference to something else. */
  readonly filledIn?: RegExp;
  /** Of all names and values together, with room for what the adapter needs. */
  readonly mostBytes?: number;
  /** To it `a` and `A` are one name. */
  readonly ignoresCase?: boolean;
}

/** What a program in Node finds in its environment wherever it runs, or by which Node itself is set. */
const OF_A_PROCESS = '_|PATH|HOME|HOSTNAME|PORT|PWD|SHELL|TMPDIR|TEMP|TMP|LD_\\w*|NODE_\\w*|FUNCTIELAB_\\w*';
const takenIn = (others: string) => new RegExp(`^(?:${OF_A_PROCESS}${others && `|${others}`})$`, 'i');

const RULES: Readonly<Record<TargetId, SettingRules>> = {
  cloudflare: { taken: /^(?:DB|BUCKET|QUEUE|FUNCTIELAB_\w*)$/ },
  aws: {
    taken: takenIn('AWS_\\w*|LAMBDA_\\w*|_HANDLER|_X_AMZN_\\w*|TZ'),
    refused: {
      names: /^(?:_.*|.)$/,
      words: 'Begin met een letter, en neem er minstens twee.',
    },
    mostBytes: 3_000,
  },
  google: {
    taken: takenIn('K_\\w*|FUNCTION_\\w*|GOOGLE_\\w*|X_GOOGLE_\\w*|CLOUD_RUN_\\w*'),
    mostBytes: 32_000,
  },
  azure: {
    taken: takenIn(
      'FUNCTIONS_\\w*|AZURE\\w*|WEBSITES?_\\w*|APPSETTING_\\w*|APP(?:LICATION)?INSIGHTS_\\w*|SCM_\\w*|MSI_\\w*|IDENTITY_\\w*',
    ),
    refused: {
      names: /__/,
      words: 'Zet geen twee keer _ achter elkaar: dat betekent daar iets anders.',
    },
    filledIn: /^\s*@Microsoft\.\w+\(/i,
    ignoresCase: true,
  },
  oracle: { taken: takenIn('FN_\\w*|OCI_\\w*'), mostBytes: 4_000 },
  knative: { taken: takenIn('K_\\w*|FUNC_\\w*|KUBERNETES_\\w*'), filledIn: /^\s*\{\{.*\}\}\s*$/s },
  container: { taken: takenIn('') },
};

/** @throws RefusedProject for the first that cannot be a setting of this platform */
export function checkSettings(
  { id, name: platform }: Pick<CloudTarget, 'id' | 'name'>,
  settings: Readonly<Record<string, string>>,
): void {
  const { taken, refused, filledIn, mostBytes, ignoresCase = false } = RULES[id];
  const names = Object.keys(settings);
  for (const [name, value] of Object.entries(settings)) {
    if (taken.test(name)) {
      throw new RefusedProject(
        `De instelling ${name} is bij ${platform} bezet: die krijgt daar al een waarde. Geef je instelling een andere naam.`,
      );
    }
    if (refused?.names.test(name)) {
      throw new RefusedProject(`${platform} neemt geen instelling met de naam ${name} aan. ${refused.words}`);
    }
    if (filledIn?.test(value)) {
      throw new RefusedProject(
        `De waarde van ${name} leest ${platform} als een verwijzing naar iets anders, en niet als tekst. Schrijf die anders.`,
      );
    }
  }
  const twin = names.find((name, at) => names.findIndex((one) => sameName(one, name)) < at);
  if (ignoresCase && twin !== undefined) {
    throw new RefusedProject(
      `De instellingen ${names.filter((one) => sameName(one, twin)).join(' en ')} zijn bij ${platform} één naam. Geef een van beide een andere.`,
    );
  }
  const bytes = new TextEncoder().encode(Object.entries(settings).flat().join('')).byteLength;
  if (mostBytes !== undefined && bytes > mostBytes) {
    throw new RefusedProject(
      `De instellingen zijn samen ${bytes} bytes, en bij ${platform} is er plaats voor ${mostBytes}. Bewaar lange waarden ergens anders.`,
    );
  }
}

function sameName(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}
