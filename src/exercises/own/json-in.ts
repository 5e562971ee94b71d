/** A value of a check, once its places are filled in. */
import { CheckFailure } from '../lab/index.ts';
import { filledInJson, type Values } from './holes.ts';

/** @throws CheckFailure for what is JSON no longer, once it is filled in */
export function jsonIn(text: string, values: Values): unknown {
  const whole = filledInJson(text, values);
  try {
    return JSON.parse(whole);
  } catch {
    throw new CheckFailure(
      'een waarde die JSON is',
      `${whole}: dat is geen JSON. Dit is een fout in de controle, niet in je code: vertel het je docent.`,
    );
  }
}
