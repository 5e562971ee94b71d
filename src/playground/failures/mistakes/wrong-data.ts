/** Data that is not what it has to be: JSON, an address, a status. */
import { type Evidence, type Rule, said } from './evidence.ts';

/** JSON that cannot be read throws the same kind of error as code that cannot be. */
function isJsonError(e: Evidence): boolean {
  return (
    said(
      e,
      'SyntaxError',
      /JSON|property name|Unexpected (?:token|end|EOF|identifier)|unexpected|Unterminated|string literal|did not match the expected pattern/,
    ) !== null
  );
}

export const dataRules = {
  emptyBody: (e) =>
    isJsonError(e) && /end of (?:JSON|data)|Unexpected EOF|end of input/i.test(e.error?.message ?? '')
      ? 'Er is geen JSON om te lezen: de body is leeg of houdt halverwege op. Kies een voorbeeld met een body, of vul bij Body iets in, en kijk of Methode op POST staat.'
      : null,
  objectParsed: (e) =>
    isJsonError(e) &&
    /\[object Object\]|"o" in JSON|Unexpected identifier "object"|column 2 of the JSON data/.test(
      e.error?.message ?? '',
    ) &&
    /JSON\s*\.\s*parse/.test(e.line || e.text)
      ? 'JSON.parse krijgt hier een object, en dat is al gelezen. Haal JSON.parse weg: request.json() en kv geven meteen een object.'
      : null,
  badJson: (e) =>
    isJsonError(e)
      ? 'Dit is geen JSON, of er stond niets om te lezen. In JSON staan namen en teksten tussen dubbele aanhalingstekens, zoals { "naam": "Mila" }, en staat er geen komma achter het laatste onderdeel.'
      : null,
  badAddress: (e) =>
    said(e, 'TypeError', /Invalid URL|is not a valid URL|cannot be parsed as a URL/)
      ? 'new URL(…) wil een heel adres, met https:// ervoor. Gebruik request.url: daar staat het hele adres in.'
      : null,
  badStatus: (e) =>
    said(e, 'RangeError', /status|200.*599/i)
      ? 'Een status is een getal van 200 tot en met 599. Gebruik bijvoorbeeld 200 (gelukt), 400 (fout in het verzoek) of 404 (niet gevonden).'
      : null,
  bodyWithoutRoom: (e) =>
    said(
      e,
      'TypeError',
      /null body status|body with the given status|Invalid response status code (?:101|204|205|304)/i,
    )
      ? 'Bij status 204 of 304 hoort geen body. Geef null mee, new Response(null, { status: 204 }), of kies een andere status.'
      : null,
  circleInJson: (e) =>
    said(e, 'TypeError', /circular structure|cyclic/i)
      ? 'Dit object verwijst naar zichzelf, en zo’n kring past niet in JSON. Geef alleen de onderdelen terug die je nodig hebt.'
      : null,
  bigintInJson: (e) =>
    said(e, 'TypeError', /BigInt/)
      ? /serializ|JSON/i.test(e.error?.message ?? '')
        ? 'Een groot geheel getal (met een n erachter) past niet in JSON. Maak er tekst van met String(…), of een gewoon getal met Number(…).'
        : 'Een groot geheel getal (met een n erachter) kun je niet met een gewoon getal uitrekenen. Maak van beide hetzelfde, bijvoorbeeld met Number(…).'
      : null,
} satisfies Record<string, Rule>;
