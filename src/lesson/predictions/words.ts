/** What a prediction says to its reader, where it is no part of the form. */
import type { Predicted } from '../../progress/predictions.ts';
import { type Asked, misconceptionOf } from './verdict.ts';
import type { Experiment, Hindrance } from './watch.ts';

/** @param wanted the experiment with what it asks to be set; absent settings are those of the lesson */
export function hindranceInWords(hindrance: Hindrance, { set }: Pick<Experiment, 'set'>): string {
  const at = (value: number | undefined, unit: string) =>
    value === undefined ? 'zoals de les begint' : `op ${value.toLocaleString('nl')}${unit}`;
  switch (hindrance) {
    case 'code':
      return 'Dit telde niet mee, want je hebt de code veranderd. Druk op **Herstel** en doe de proef opnieuw.';
    case 'edit':
      return 'Dit telde niet mee, want de code is nog die van de les. Verander eerst wat de proef vraagt.';
    case 'env':
      return `Dit telde niet mee. Zet de **Omgevingsvariabelen** zoals ${set.env ? 'de proef vraagt' : 'de les begint'}, en doe de proef opnieuw.`;
    case 'limit':
      return `Dit telde niet mee. Zet **Maximaal tegelijk** ${at(set.concurrencyLimit, '')} en doe de proef opnieuw.`;
    case 'memory':
      return `Dit telde niet mee. Zet het **Geheugen** ${at(set.memoryMb, ' MB')} en doe de proef opnieuw.`;
    case 'timeout':
      return `Dit telde niet mee. Zet de **Timeout** ${at(set.timeoutMs, ' ms')} en doe de proef opnieuw.`;
  }
}

/** Kind, whatever was said: a wrong guess is what an experiment is for. */
export function verdictInWords(asked: Asked, { said, isRight }: Predicted): string {
  if (isRight) return 'Goed voorspeld.';
  return said === misconceptionOf(asked)
    ? 'Anders dan je dacht, en je bent niet de enige.'
    : 'Anders dan je dacht.';
}

/** @param of the most that it can be; absent when it can be anything */
export function refusalInWords(isChoice: boolean, of: number | undefined): string {
  if (isChoice) return 'Kies eerst een antwoord.';
  return of === undefined
    ? 'Dit is geen getal. Schrijf bijvoorbeeld 12 of 2,5.'
    : `Schrijf een heel getal van 0 tot en met ${of}.`;
}
