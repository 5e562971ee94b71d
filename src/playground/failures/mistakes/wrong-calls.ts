/** Calls of what is no function, or not one of that value. */
import { type Evidence, namesIn, nearest, type Rule, said } from './evidence.ts';

/** What the values that a function of this course meets can do. */
const MEMBERS = [
  'arrayBuffer',
  'at',
  'concat',
  'delete',
  'endsWith',
  'entries',
  'error',
  'every',
  'filter',
  'find',
  'findIndex',
  'flat',
  'flatMap',
  'floor',
  'forEach',
  'formData',
  'from',
  'get',
  'getTime',
  'has',
  'includes',
  'indexOf',
  'info',
  'join',
  'json',
  'keys',
  'length',
  'list',
  'log',
  'map',
  'max',
  'min',
  'now',
  'padStart',
  'parse',
  'pop',
  'push',
  'put',
  'random',
  'reduce',
  'remainingMs',
  'repeat',
  'replace',
  'replaceAll',
  'reverse',
  'round',
  'searchParams',
  'send',
  'set',
  'shift',
  'slice',
  'some',
  'sort',
  'split',
  'startsWith',
  'stringify',
  'text',
  'toFixed',
  'toISOString',
  'toLocaleString',
  'toLowerCase',
  'toString',
  'toUpperCase',
  'trim',
  'values',
  'warn',
];

/** The call that is none: `naam.toUppercase`. WebKit tells more behind it. */
function noFunction(e: Evidence): { readonly of: string; readonly member: string } | null {
  const found = said(e, 'TypeError', /^(.+?) is not a function(?! \(near)/);
  if (!found) return null;
  const [, of = '', member = found[1] ?? ''] = /^(.*)\.([\w$]+)$/.exec(found[1] ?? '') ?? [];
  return { of, member: member.replace(/[^\w$]/g, '') };
}

export const callRules = {
  bodyReadTwice: (e) =>
    said(e, 'TypeError', /body.*(already|unusable|disturbed|consumed|locked)/i)
      ? 'De body van een verzoek kun je maar één keer lezen. Bewaar wat je leest in een variabele, en gebruik die.'
      : null,
  newForgotten: (e) => {
    const found = said(
      e,
      'TypeError',
      /Please use the 'new' operator|without 'new'|must be invoked with 'new'|'new' is required|without \|?new\b|requires 'new'/,
    );
    if (!found) return null;
    const name = /(?<!new\s+)\b(Response|Request|URL|Map|Set|Headers|Promise|Date)\s*\(/.exec(e.line)?.[1];
    return `Hier ontbreekt het woord new. Schrijf new ${name ?? 'Response'}(…).`;
  },
  newTooMany: (e) =>
    said(e, 'TypeError', /is not a constructor/)
      ? /new\s+Response\.json/.test(e.line || e.text)
        ? 'Response.json(…) maakt zelf al een antwoord. Haal het woord new ervoor weg.'
        : 'Achter new staat iets waarvan je niets nieuws kunt maken. Haal new weg, of controleer de naam.'
      : null,
  expressAnswer: (e) => {
    const call = noFunction(e);
    return call !== null &&
      /^(?:res|response|context|ctx|antwoord)$/.test(call.of) &&
      /^(?:send|json|status|end|write|render)$/.test(call.member)
      ? 'Zo antwoordt een webserver als Express. Een functie hier geeft een antwoord terug: return Response.json(…) of return new Response(…).'
      : null;
  },
  listExpected: (e) => {
    const call = noFunction(e);
    if (call === null || !/^(?:map|filter|forEach|find|some|every|reduce|push|join|sort)$/.test(call.member))
      return null;
    return `${call.of || 'Dit'} is geen lijst, en ${call.member} werkt alleen op een lijst. Zit de lijst in een onderdeel ervan? Van een object maak je een lijst met Object.values(…).`;
  },
  textExpected: (e) => {
    const call = noFunction(e);
    if (
      call === null ||
      !/^(?:toUpperCase|toLowerCase|trim|split|replace|replaceAll|startsWith|endsWith|padStart|includes)$/.test(
        call.member,
      )
    )
      return null;
    return `${call.of || 'Dit'} is geen tekst, en ${call.member} werkt alleen op een tekst. Maak er eerst een tekst van met String(…).`;
  },
  numberExpected: (e) => {
    const call = noFunction(e);
    return call?.member === 'toFixed'
      ? `${call.of || 'Dit'} is geen getal, en toFixed werkt alleen op een getal. Wat uit een adres of formulier komt, is tekst: maak er een getal van met Number(…).`
      : null;
  },
  typoInCall: (e) => {
    const call = noFunction(e);
    if (call === null) return null;
    const meant = nearest(call.member, [...MEMBERS, ...namesIn(e.text)]);
    return meant === null
      ? 'Wat je daar aanroept, is geen functie. Klopt de naam, of ontbreekt er een await?'
      : `${call.of ? `${call.of}.` : ''}${call.member} is geen functie. Bedoel je ${meant}? Hoofdletters tellen mee.`;
  },
  notIterable: (e) =>
    said(e, 'TypeError', /is not iterable|undefined is not a function \(near|Spread syntax requires/)
      ? 'Hier staat iets waar for … of of … niet doorheen kan lopen, want het is geen lijst. Van een object maak je een lijst met Object.entries(…) of Object.values(…).'
      : null,
  endlessCalls: (e) =>
    /stack size|recursion/i.test(e.error?.message ?? '')
      ? 'Je functie roept zichzelf te vaak aan. Zorg dat ze op een bepaald moment stopt.'
      : null,
} satisfies Record<string, Rule>;
