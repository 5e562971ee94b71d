/** Mistakes for which the code cannot even be read. Engines differ in their words, so the line itself counts most. */
import type { Evidence, Rule } from './evidence.ts';

const isSyntax = ({ error }: Evidence) => error?.name === 'SyntaxError';
const says = ({ error }: Evidence, words: RegExp) => words.exec(error?.message ?? '');

/** First the surest. */
export const syntaxRules = {
  curlyQuotes: (e) =>
    isSyntax(e) && /[“”„‘’]/.test(e.line)
      ? 'Op deze regel staan krullende aanhalingstekens (“ ” of ‘ ’), zoals in een tekstverwerker. JavaScript kent alleen rechte: " of \'. Typ ze opnieuw.'
      : null,
  awaitWithoutAsync: (e) =>
    isSyntax(e) &&
    (/^await\b/.test(e.atError) || says(e, /await is only valid|reserved word|keyword 'await'/))
      ? 'Op de aangegeven regel staat await in een functie zonder async. Zet async voor die functie: async function …, of async () => ….'
      : null,
  declaredTwice: (e) => {
    const found = says(
      e,
      /Identifier '([^']+)' has already been declared|redeclaration of \w+ ([\w$]+)|Cannot declare an? [^']*'([^']+)'|Can't create duplicate variable[^']*'([^']+)'/,
    );
    if (!found) return null;
    const name = found.slice(1).find(Boolean);
    return `De naam ${name} bestaat hier al. Laat let of const weg als je de waarde wilt veranderen, of kies een andere naam.`;
  },
  returnOutside: (e) =>
    says(e, /Illegal return|return not in function|Return statements are only valid|'return' outside/)
      ? 'Hier staat een return buiten een functie. Vaak staat er een accolade } te vroeg, waardoor de functie al is afgelopen.'
      : null,
  secondDefault: (e) =>
    says(
      e,
      /Duplicate export|duplicate (?:default )?export|export.*more than once|Cannot export a duplicate name|Only one '?default'? export/i,
    )
      ? 'In dit bestand staat export default meer dan één keer. Er kan maar één functie de hoofdfunctie zijn: haal het bij de andere weg.'
      : null,
  noSuchExport: (e) => {
    const found = says(
      e,
      /does not provide an export named '([^']+)'|doesn't provide an export named: '([^']+)'|Importing binding name '([^']+)' is not found/,
    );
    const name = found?.slice(1).find(Boolean);
    if (name === undefined) return null;
    if (name === 'default')
      return 'Het andere bestand heeft geen export default. Zet die woorden daar voor wat je wilt gebruiken, of importeer het met accolades: import { naam } from ….';
    return `Het andere bestand exporteert niets met de naam ${name}. Zet daar export voor, of controleer de naam.`;
  },
  constWithoutValue: (e) =>
    says(
      e,
      /Missing initializer in (?:const|destructuring)|missing = in (?:const|destructuring)|must have an initializer|Unexpected token ';'.*const declared/,
    ) ||
    // The parser of the editor says no more than that it did not expect this.
    (says(e, /^Unexpected token \(/) && /^\s*const\s+[\w$]+\s*;?\s*$/.test(e.line))
      ? 'Achter const hoort meteen een waarde: const naam = …. Krijgt de naam later pas een waarde, gebruik dan let.'
      : null,
  assignsInCondition: (e) =>
    isSyntax(e) &&
    says(
      e,
      /Invalid left-hand side|invalid assignment left-hand side|Left side of assignment is not a reference|Assigning to rvalue/,
    )
      ? 'Links van het isgelijkteken staat iets wat geen waarde kan krijgen. Wil je vergelijken? Schrijf dan === in plaats van =.'
      : null,
  quoteNotClosed: (e) =>
    isSyntax(e) && hasOpenQuote(e.line)
      ? 'Op deze regel begint een tekst die niet eindigt: er mist een aanhalingsteken. Een tekst eindigt met hetzelfde teken als waarmee die begint.'
      : null,
  commaMissing: (e) =>
    isSyntax(e) &&
    /^\s*(?:['"]?[\w$-]+['"]?\s*:|\.\.\.)/.test(e.line) &&
    /(?:['"`\w$)\]}])\s*$/.test(e.lineBefore) &&
    !/^\s*(?:case|default)\b/.test(e.line)
      ? 'Tussen twee onderdelen van een object of lijst hoort een komma. Zet er een aan het eind van de vorige regel.'
      : null,
  braceMissing: (e) =>
    isSyntax(e) && balance(e.text, '{', '}') > 0
      ? 'Er staat een accolade { die nergens dichtgaat. Tel ze na, het liefst van binnen naar buiten, en zet de } waar het blok eindigt.'
      : null,
  parenthesisMissing: (e) =>
    isSyntax(e) && balance(e.text, '(', ')') > 0
      ? 'Er staat een haakje ( dat nergens dichtgaat. Kijk op deze regel en de regel erboven, en zet de ) waar de aanroep eindigt.'
      : null,
  bracketTooMany: (e) =>
    isSyntax(e) && (balance(e.text, '{', '}') < 0 || balance(e.text, '(', ')') < 0)
      ? 'Er staat een haakje of accolade te veel. Haal weg wat nergens bij hoort.'
      : null,
  otherLanguage: (e) =>
    isSyntax(e) && /^\s*(?:def |elif |elseif |func |fn |public |using |#include)/.test(e.line)
      ? 'Zo schrijf je het in een andere taal. In JavaScript is het function, en else if met een spatie.'
      : null,
} satisfies Record<string, Rule>;

/** Without what stands between quotes and in comments. */
function bare(text: string): string {
  return text.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    '',
  );
}

function balance(text: string, open: string, close: string): number {
  const code = bare(text);
  return code.split(open).length - code.split(close).length;
}

/** A template runs on over lines, so only the other two signs tell. */
function hasOpenQuote(line: string): boolean {
  return /['"]/.test(bare(line));
}
