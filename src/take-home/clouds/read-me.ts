/** `LEESMIJ.md`: how to try a project here, how to deploy it, what differs there, and what it would cost. */
import type { ServiceSpec } from '../../contract/services.ts';
import { differencesOf } from './differences.ts';
import type { CloudProject, CloudTarget, TargetParts } from './target.ts';
import { playedParts } from './yardstick.ts';

/** The examples again, on what now runs there: `own-programs.ts` reads the address. */
const AFTER_DEPLOYING = `## Na het uitrollen testen

Met het adres van je uitgerolde functie speelt \`npm test\` dezelfde voorbeelden daar na:

    FUNCTIELAB_ADRES=https://jouw-adres.example npm test

In PowerShell is dat:

    $env:FUNCTIELAB_ADRES='https://jouw-adres.example'; npm test

Alleen verzoeken worden zo getest: de rest slaat de test over, en in een opslag kijkt hij niet. De voorbeelden schrijven echt, dus gebruik een uitrol om mee te testen, met een lege opslag. Is er iets rood, zet dan je vorige versie terug.`;

/** @param cost a sentence about the last run; null without one */
export function readMeOf(
  target: CloudTarget,
  parts: TargetParts,
  project: CloudProject,
  cost: string | null,
): string {
  const { name, engine } = target;
  const { manifest, sample } = project;
  const settings = Object.keys(sample.env);
  const shown = differencesOf(target).filter(
    ({ samples }) => samples.length === 0 || samples.includes(sample.name),
  );
  const sections = [
    `# ${sample.title}\n\n*${manifest.name}*, uit de cursus Functielab, voor ${name}.\nJe eigen code staat in \`functie/\` en is niet veranderd. \`functielab/\` sluit die code aan op het platform.`,
    `## Hier proberen\n\nJe hebt Node.js ${oldestNode(parts)} of nieuwer nodig (https://nodejs.org). Open een terminal in deze map:\n\n    npm ci\n    npm test\n    npm start\n\n\`npm test\` speelt de voorbeelden uit de cursus na en vergelijkt de antwoorden. Dat gebeurt in ${engine.name} ${engine.version}, op je eigen computer en zonder account.`,
    playedSection(sample.services),
    deploySection(parts.deploy(project)),
    sample.request === null ? '' : AFTER_DEPLOYING,
    settings.length === 0
      ? ''
      : `## Instellingen\n\nDeze staan in de instellingen van het platform en zijn daar te veranderen: ${settings.map((one) => `\`${one}\``).join(', ')}. Ze staan met hun waarde in deze map: is er een wachtwoord of sleutel bij, deel de map dan met niemand. In de code hoort zoiets nooit.`,
    `## Wat hier anders is\n\n${[...playedParts(target, sample), ...shown.map(({ words }) => words)].map((words) => `- ${words}`).join('\n')}`,
    cost === null ? '' : `## Wat het kost\n\n${cost}`,
    'Let op: hier is geen sandbox. De code draait met jouw rechten, op jouw computer. Draai alleen code die je kent.',
  ];
  return `${sections
    .filter((section) => section !== '')
    .map((section) => section.trimEnd())
    .join('\n\n')}\n`;
}

/** The number in its `engines`: `>=22`. */
function oldestNode({ manifest }: Pick<TargetParts, 'manifest'>): string {
  const { engines } = JSON.parse(manifest) as { engines: { node: string } };
  return engines.node.replace(/^>=/, '');
}

/** Of what a target says of deploying: a sentence begins with a capital, and a command does not. */
export const isSentence = (line: string) => /^[A-ZÀ-Ý]/.test(line);

/** Commands stand together; a sentence has an empty line around it. */
function deploySection(lines: readonly string[]): string {
  const shown = lines.map((line) => (isSentence(line) ? `\n${line}\n` : `    ${line}`));
  const heading =
    '## Uitrollen\n\nDit kost mogelijk geld, en je hebt er een account bij het platform voor nodig.\n';
  return [heading, ...shown].join('\n').replaceAll(/\n{3,}/g, '\n\n');
}

/** So that nobody looks for these addresses on the web. */
function playedSection(services: readonly ServiceSpec[]): string {
  if (services.length === 0) return '';
  const names = services.map(({ name }) => `- \`${name}\``).join('\n');
  return `## Diensten die niet bestaan\n\nDeze adressen bestaan alleen in de cursus. Met \`npm test\` en \`npm start\` worden ze nagespeeld; na het uitrollen niet. Zet er dan in je code het adres van een echte dienst voor in de plaats:\n\n${names}`;
}
