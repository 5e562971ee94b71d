/** Names that do not exist, exist elsewhere, or are used for what they cannot do. */
import { type Evidence, namesIn, nearest, type Rule, said } from './evidence.ts';

/** What stands ready for every function. */
const GLOBALS = [
  'Array',
  'Boolean',
  'console',
  'Date',
  'Error',
  'fetch',
  'Headers',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'parseFloat',
  'parseInt',
  'Promise',
  'RegExp',
  'Request',
  'Response',
  'Set',
  'setTimeout',
  'String',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'crypto',
  'structuredClone',
  'undefined',
  'true',
  'false',
  'null',
];

/** What JavaScript calls something that exists in a page or in Node, but not in a function here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  window: 'Een functie draait op een server, niet in een webpagina.',
  document: 'Een functie draait op een server, niet in een webpagina.',
  alert: 'Een functie heeft geen scherm. Gebruik console.log of geef een antwoord terug.',
  prompt: 'Een functie heeft geen scherm. Lees invoer uit het verzoek.',
  process: 'Dit is geen Node. Instellingen vind je in context.env.',
  require: 'Gebruik import in plaats van require.',
  module: 'Gebruik export default in plaats van module.exports.',
  exports: 'Gebruik export in plaats van exports.',
  OffscreenCanvas: 'Node kan niet tekenen. Kies bij Uitvoeromgeving voor Browser.',
  createImageBitmap: 'Node kan geen plaatjes lezen. Kies bij Uitvoeromgeving voor Browser.',
};

/** Names of other languages. */
const FOREIGN: Readonly<Record<string, string>> = {
  print: 'console.log(…)',
  echo: 'console.log(…)',
  puts: 'console.log(…)',
  printf: 'console.log(…)',
  len: 'naam.length',
  str: 'String(…)',
  int: 'Number(…)',
  None: 'null',
  nil: 'null',
  NULL: 'null',
  True: 'true',
  False: 'false',
  elif: 'else if',
  elseif: 'else if',
};

/** The name that does not exist. Chromium and Firefox: "x is not defined"; WebKit: "Can't find variable: x". */
function unknownName(e: Evidence): string | null {
  const found = said(e, 'ReferenceError', /^(?:Can't find variable: ([\w$]+)|([\w$]+) is not defined)/);
  return found?.[1] ?? found?.[2] ?? null;
}

export const nameRules = {
  changesConst: (e) =>
    said(
      e,
      'TypeError',
      /Assignment to constant variable|invalid assignment to const|Attempted to assign to readonly property/,
    )
      ? 'Je geeft een nieuwe waarde aan iets wat met const gemaakt is, en dat kan niet. Maak die naam met let.'
      : null,
  usedTooEarly: (e) => {
    const found = said(
      e,
      'ReferenceError',
      /Cannot access '?([\w$]+)?'? before initialization|can't access lexical declaration '([\w$]+)'|Cannot access uninitialized variable/,
    );
    if (!found) return null;
    const name = found[1] ?? found[2];
    return `Je gebruikt ${name ?? 'een naam'} voordat die een waarde heeft. Zet de regel met const of let hoger dan de regel waar je de naam gebruikt.`;
  },
  elsewhere: (e) => {
    const name = unknownName(e) ?? '';
    return Object.hasOwn(ELSEWHERE, name) ? `${name} bestaat hier niet. ${ELSEWHERE[name]}` : null;
  },
  otherLanguageName: (e) => {
    const name = unknownName(e) ?? '';
    return Object.hasOwn(FOREIGN, name)
      ? `${name} hoort bij een andere taal. In JavaScript schrijf je ${FOREIGN[name]}.`
      : null;
  },
  typoInName: (e) => {
    const name = unknownName(e);
    if (name === null) return null;
    const meant = nearest(name, namesIn(e.text)) ?? nearest(name, GLOBALS);
    return meant === null
      ? `De naam ${name} bestaat niet. Maak die eerst, met const of let, of zet er aanhalingstekens omheen als het een tekst is.`
      : `De naam ${name} bestaat niet. Bedoel je ${meant}? Hoofdletters tellen mee.`;
  },
} satisfies Record<string, Rule>;
