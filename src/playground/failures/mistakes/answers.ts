/** Mistakes in which nothing goes wrong, but the answer is not what was meant. */
import type { Rule } from './evidence.ts';
import { notAwaited } from './promises.ts';

export const answerRules = {
  promiseAsText: ({ answer, text }) =>
    answer.includes('[object Promise]')
      ? `In je antwoord staat [object Promise]: een waarde die nog moet komen. Zet await voor ${notAwaited(text)[0] ?? 'de aanroep die de waarde geeft'}.`
      : null,
  promiseInJson: ({ answer, text }) => {
    if (!/(?:^|[:,[])\s*\{\s*\}/.test(answer)) return null;
    const [call] = notAwaited(text);
    return call === undefined
      ? null
      : `Ergens in je antwoord staat een leeg object, {}. Dat kan een waarde zijn die nog moest komen: zet await voor ${call}.`;
  },
  objectAsText: ({ answer }) =>
    answer.includes('[object Object]')
      ? 'In je antwoord staat [object Object]: een object dat als tekst gebruikt is. Geef het terug met Response.json(…), of kies er een onderdeel van.'
      : null,
  functionAsText: ({ answer, text }) => {
    const [start] = /(?:async )?(?:function\b[^{]*\{|\([\w$, ]*\) =>|[\w$]+ => )/.exec(answer) ?? [];
    return answer.includes('{ [native code] }') || (start !== undefined && text.includes(start))
      ? 'In je antwoord staat een functie in plaats van wat die oplevert. Zet er haakjes achter: naam().'
      : null;
  },
  invalidDate: ({ answer }) =>
    answer.includes('Invalid Date')
      ? 'In je antwoord staat Invalid Date: van deze tekst kon geen datum gemaakt worden. Schrijf een datum als jaar-maand-dag, zoals 2026-11-28.'
      : null,
  notANumber: ({ answer }) =>
    /(?<![\w"])NaN\b/.test(answer)
      ? 'In je antwoord staat NaN, en dat betekent: geen getal. Er is gerekend met iets wat geen getal is, of met een waarde die er niet was.'
      : null,
  undefinedAsText: ({ answer }) =>
    /(?<![\w"])undefined\b/.test(answer)
      ? 'In je antwoord staat undefined: een waarde die er niet was. Controleer de naam waarmee je die opvraagt.'
      : null,
} satisfies Record<string, Rule>;
