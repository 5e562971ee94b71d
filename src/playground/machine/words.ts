/** The picture in Dutch words: what there is to see at one moment. */
import { count, decimal } from '../../kit/numbers.ts';
import type { Scene } from '../recording/scene.ts';
import type { Line } from '../recording/standing.ts';

/** For whoever does not see the picture, and for everybody: one sentence or two. */
export function sceneText({ functions, queues }: Scene): string {
  const vessels = functions.flatMap((one) => one.vessels);
  const calls = sumOf(
    functions.map(({ ended, working, waiting, refused }) => ended + working + waiting + refused),
  );
  if (calls === 0 && queues.length === 0) return 'Er draait nog niets. Dat kost ook niets.';
  const inPhase = (phase: string) => vessels.filter((one) => one.phase === phase).length;
  const [starting, busy, idle] = ['starting', 'busy', 'idle'].map(inPhase) as [number, number, number];
  const doing = [
    { number: starting, text: starting === 1 ? 'start koud' : 'starten koud' },
    { number: busy, text: busy === 1 ? 'werkt' : 'werken' },
    { number: idle, text: idle === 1 ? 'wacht gratis' : 'wachten gratis' },
  ].filter(({ number }) => number > 0);
  const [only] = doing;
  const all = count(vessels.length, 'instantie', 'instanties');
  const refused = sumOf(functions.map((one) => one.refused));
  const waiting = sumOf(queues.map((one) => one.waiting));
  const dead = sumOf(queues.map((one) => one.dead));
  return [
    vessels.length === 0
      ? 'Er is geen enkele instantie.'
      : doing.length === 1
        ? `${all} ${only?.text}.`
        : `${all}: ${doing.map(({ number, text }) => `${number} ${text}`).join(', ')}.`,
    waiting > 0 && `${count(waiting, 'bericht staat', 'berichten staan')} in de rij.`,
    dead > 0 && `${count(dead, 'bericht is', 'berichten zijn')} mislukt.`,
    refused > 0 && `${count(refused, 'aanroep is', 'aanroepen zijn')} geweigerd (429).`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** What a line of the receipt is of. */
export function lineText({ functionName, isCold, isGood }: Line): string {
  return [functionName, isCold && 'koude start', !isGood && 'mislukt'].filter(Boolean).join(', ');
}

/** In seconds since the first entry. */
export function sinceStart(atMs: number, startedAtMs: number): string {
  return `${decimal(Math.max(0, atMs - startedAtMs) / 1_000, 2)} s`;
}

export const tempoWords: Readonly<Record<string, string>> = {
  '1': 'echt',
  '0.5': '1/2',
  '0.25': '1/4',
  '0.05': '1/20',
};

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
