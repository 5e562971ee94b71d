/** Values that are not there: not given, not waited for, or looked for in the wrong place. */
import { missingIn, type Rule, said } from './evidence.ts';
import { notAwaited } from './promises.ts';

const awaitMissing = (call: string) =>
  `Er ontbreekt een await voor ${call}. Zonder await krijg je geen waarde, maar een belofte (een Promise) dat die nog komt.`;

/** What a name was given, as it is written. */
function givenTo(name: string, text: string): string {
  if (!/^[\w$]+$/.test(name)) return '';
  return (
    new RegExp(`\\b(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\s*=\\s*([^;\\n]*)`).exec(text)?.[1] ??
    ''
  );
}

export const valueRules = {
  storeNotGranted: (e) => {
    const missing = missingIn(e);
    const store = /^context\.(\w+)$/.exec(missing?.of ?? '')?.[1];
    return store === undefined || missing?.value !== 'undefined'
      ? null
      : `context.${store} bestaat niet. Een functie heeft context.kv, context.bucket, context.queue en context.env.`;
  },
  expressHabit: (e) => {
    const missing = missingIn(e);
    const asked = `${missing?.of ?? ''}.${missing?.property ?? ''}`;
    if (/^(?:request|req|verzoek)\.(?:query|params)\b/.test(asked))
      return 'Een verzoek heeft hier geen query of params. Lees wat achter het vraagteken staat met new URL(request.url).searchParams.get(…), en de delen van een pad uit context.params.';
    if (/^(?:request|req|verzoek)\.body\b/.test(asked))
      return 'De body van een verzoek komt als stroom binnen. Lees die eerst: const gegevens = await request.json().';
    return null;
  },
  parameterAbsent: (e) =>
    missingIn(e)?.value === 'null' &&
    /searchParams\s*\.\s*get|headers\s*\.\s*get|\.get\(/.test(
      e.line + (missingIn(e)?.of ?? '') + givenTo(missingIn(e)?.of ?? '', e.text),
    )
      ? /kv/.test(e.line + givenTo(missingIn(e)?.of ?? '', e.text))
        ? 'Bij deze sleutel is nog niets opgeslagen, en dan geeft kv null. Zeg wat er dan moet gebeuren, bijvoorbeeld met ?? 0 erachter.'
        : "Dit gaf null: het stond niet in het verzoek. Zeg wat er dan moet gebeuren, bijvoorbeeld met ?? '' erachter."
      : null,
  awaitForgotten: (e) => {
    if (
      e.error === null ||
      (missingIn(e) === null &&
        !said(e, 'TypeError', /is not (?:a function|iterable)|undefined is not a function/))
    )
      return null;
    const [call] = notAwaited(e.text);
    return call === undefined ? null : awaitMissing(call);
  },
  headersAsObject: (e) =>
    /headers\s*\[|headers\.(?!get|set|has|append|delete|forEach|entries|keys|values)[a-z]\w*\s*\./.test(
      e.line,
    ) && missingIn(e)
      ? "Headers lees je met een functie: request.headers.get('naam')."
      : null,
  valueMissing: (e) => {
    const missing = missingIn(e);
    if (missing === null) return null;
    const of = missing.of === '' ? 'Wat er links van de punt staat' : missing.of;
    return `${of} heeft geen waarde (${missing.value})${missing.property === '' ? '' : `, dus je kunt er geen ${missing.property} van vragen`}. Klopt de naam, of ontbreekt er een await?`;
  },
} satisfies Record<string, Rule>;
