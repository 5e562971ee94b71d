/** What beginners write, with the rule of the catalogue that has to recognise it in every browser. */
import type { Ask } from '../../host/lab/page-lab.ts';

export interface Beginner {
  readonly mistake: string;
  readonly code: string;
  readonly ask?: Ask;
  /** What the sentence must name. */
  readonly names?: string;
  /** WebKit has one sentence for every `json()` that fails. */
  readonly inWebKit?: string;
}

const POST: Ask = { method: 'POST', body: '{"naam":"Mila","vrienden":["Noor"]}' };
const handler = (body: string) => `export default async (request, context) => {\n${body}\n};`;

export const BEGINNERS: readonly Beginner[] = [
  // What cannot be read.
  { mistake: 'curlyQuotes', code: 'export default () => new Response(“Dag”);' },
  { mistake: 'curlyQuotes', code: 'export default () => {\n  return new Response(‘Dag’);\n};' },
  {
    mistake: 'awaitWithoutAsync',
    code: 'export default (request) => {\n  const naam = await request.text();\n  return new Response(naam);\n};',
  },
  {
    mistake: 'declaredTwice',
    code: handler("let naam = 'a';\nlet naam = 'b';\nreturn new Response(naam);"),
    names: 'naam',
  },
  {
    mistake: 'declaredTwice',
    code: handler('const prijs = 1;\nconst prijs = 2;\nreturn new Response(prijs);'),
    names: 'prijs',
  },
  {
    mistake: 'returnOutside',
    code: "export default () => {\n  const a = 1;\n}\n  return new Response('x');\n",
  },
  { mistake: 'secondDefault', code: 'export default function een() {}\nexport default function twee() {}' },
  { mistake: 'constWithoutValue', code: handler("const som;\nreturn new Response('x');") },
  {
    mistake: 'assignsInCondition',
    code: handler("if (1 = 2) return new Response('ja');\nreturn new Response('nee');"),
  },
  { mistake: 'quoteNotClosed', code: handler("return new Response('Dag);") },
  { mistake: 'quoteNotClosed', code: handler('const naam = "Mila;\nreturn new Response(naam);') },
  { mistake: 'commaMissing', code: handler("return Response.json({\n  naam: 'Mila'\n  leeftijd: 20,\n});") },
  {
    mistake: 'braceMissing',
    code: "export default () => {\n  if (true) {\n    return new Response('x');\n};\n",
  },
  { mistake: 'parenthesisMissing', code: handler('return new Response(String(1);') },
  { mistake: 'bracketTooMany', code: handler("return new Response('x'));") },
  { mistake: 'bracketTooMany', code: "export default () => {\n  return new Response('x');\n}}\n" },
  {
    mistake: 'otherLanguage',
    code: "def begroet(naam):\n  return naam\nexport default () => new Response('x');",
  },
  // What does not run.
  {
    mistake: 'bodyReadTwice',
    ask: POST,
    code: handler('const a = await request.json();\nreturn Response.json(await request.json());'),
  },
  {
    mistake: 'bodyReadTwice',
    ask: POST,
    code: handler('await request.text();\nconst a = await request.json();\nreturn Response.json(a);'),
  },
  { mistake: 'newForgotten', code: "export default () => Response('Dag');", names: 'new Response(…)' },
  {
    mistake: 'newForgotten',
    code: handler('const url = URL(request.url);\nreturn new Response(url.pathname);'),
    names: 'new URL(…)',
  },
  { mistake: 'newTooMany', code: 'export default () => new Response.json({ a: 1 });' },
  { mistake: 'changesConst', code: handler('const som = 1;\nsom = 2;\nreturn new Response(som);') },
  { mistake: 'changesConst', code: handler('const teller = 1;\nteller++;\nreturn new Response(teller);') },
  {
    mistake: 'usedTooEarly',
    code: handler('const dubbel = getal * 2;\nconst getal = 3;\nreturn new Response(dubbel);'),
  },
  { mistake: 'elsewhere', code: "export default () => {\n  document.title = 'x';\n};", names: 'document' },
  {
    mistake: 'elsewhere',
    code: "export default () => {\n  alert('x');\n};",
    names: 'console.log',
  },
  {
    mistake: 'elsewhere',
    code: 'module.exports = () => {};\nexport default () => {};',
    names: 'export default',
  },
  {
    mistake: 'otherLanguageName',
    code: handler("print('x');\nreturn new Response('x');"),
    names: 'console.log',
  },
  { mistake: 'otherLanguageName', code: handler('return Response.json({ goed: True });'), names: 'true' },
  {
    mistake: 'typoInName',
    code: handler("const naam = 'Mila';\nreturn new Response(nam);"),
    names: 'Bedoel je naam?',
  },
  { mistake: 'typoInName', code: handler("return new Respons('x');"), names: 'Bedoel je Response?' },
  {
    mistake: 'typoInName',
    code: handler("return Response.json(json.parse('{}'));"),
    names: 'Bedoel je JSON?',
  },
  { mistake: 'typoInName', code: handler('return new Response(Mila);'), names: 'aanhalingstekens' },
  {
    mistake: 'typoInName',
    code: 'export default (reqeust) => new Response(request.url);',
    names: 'Bedoel je reqeust?',
  },
  {
    mistake: 'storeNotGranted',
    code: handler("await context.store.put('a', 1);\nreturn new Response('x');"),
    names: 'context.kv',
  },
  {
    mistake: 'expressHabit',
    code: handler('const naam = request.query.naam;\nreturn new Response(naam);'),
    names: 'searchParams',
  },
  {
    mistake: 'expressHabit',
    code: handler('return new Response(request.params.id);'),
    names: 'context.params',
  },
  {
    mistake: 'expressHabit',
    ask: { method: 'GET' },
    code: handler('return new Response(request.body.naam);'),
    names: 'request.json()',
  },
  {
    mistake: 'parameterAbsent',
    code: handler(
      "const naam = new URL(request.url).searchParams.get('naam');\nreturn new Response(naam.toUpperCase());",
    ),
  },
  { mistake: 'parameterAbsent', code: handler("return new Response(request.headers.get('x-naam').trim());") },
  {
    mistake: 'awaitForgotten',
    ask: POST,
    code: handler('const gegevens = request.json();\nreturn new Response(gegevens.naam.toUpperCase());'),
    names: 'request.json()',
  },
  {
    mistake: 'awaitForgotten',
    ask: POST,
    code: handler('const tekst = request.text();\nreturn new Response(tekst.trim());'),
    names: 'request.text()',
  },
  {
    mistake: 'awaitForgotten',
    ask: POST,
    code: handler('const { vrienden } = request.json();\nreturn Response.json(vrienden.map((v) => v));'),
    names: 'request.json()',
  },
  {
    mistake: 'awaitForgotten',
    ask: POST,
    code: handler('let som = 0;\nfor (const v of request.json()) som += v;\nreturn new Response(som);'),
    names: 'request.json()',
  },
  { mistake: 'expressAnswer', code: "export default (req, res) => res.send('Dag');" },
  { mistake: 'expressAnswer', code: 'export default (req, res) => { res.json({ a: 1 }); };' },
  {
    mistake: 'headersAsObject',
    code: handler("return new Response(request.headers['x-naam'].trim());"),
    names: 'headers.get',
  },
  {
    mistake: 'listExpected',
    ask: POST,
    code: handler('const gegevens = await request.json();\nreturn Response.json(gegevens.map((g) => g));'),
    names: 'gegevens',
  },
  {
    mistake: 'textExpected',
    code: handler('const leeftijd = 20;\nreturn new Response(leeftijd.trim());'),
    names: 'leeftijd',
  },
  {
    mistake: 'numberExpected',
    code: handler("const prijs = '3';\nreturn new Response(prijs.toFixed(2));"),
    names: 'Number(…)',
  },
  { mistake: 'typoInCall', code: handler("return new Response('dag'.toUppercase());"), names: 'toUpperCase' },
  { mistake: 'typoInCall', code: handler("console.lof('x');\nreturn new Response('x');"), names: 'log' },
  {
    mistake: 'notIterable',
    code: handler(
      'const prijzen = { appel: 1 };\nlet som = 0;\nfor (const prijs of prijzen) som += prijs;\nreturn new Response(som);',
    ),
  },
  { mistake: 'emptyBody', inWebKit: 'badJson', code: handler('return Response.json(await request.json());') },
  {
    mistake: 'emptyBody',
    inWebKit: 'badJson',
    ask: { method: 'POST', body: '{"naam":' },
    code: handler('return Response.json(await request.json());'),
  },
  {
    mistake: 'objectParsed',
    ask: POST,
    code: handler('const gegevens = JSON.parse(await request.json());\nreturn Response.json(gegevens);'),
  },
  {
    mistake: 'badJson',
    ask: { method: 'POST', body: "{'naam': 'Mila'}" },
    code: handler('return Response.json(await request.json());'),
  },
  {
    mistake: 'badJson',
    ask: { method: 'POST', body: 'naam=Mila' },
    code: handler('return Response.json(await request.json());'),
  },
  {
    mistake: 'badAddress',
    code: handler("const url = new URL('/begroet?naam=Mila');\nreturn new Response(url.pathname);"),
  },
  { mistake: 'badStatus', code: handler("return new Response('x', { status: 99 });") },
  { mistake: 'badStatus', code: handler('return Response.json({}, { status: 1000 });') },
  { mistake: 'bodyWithoutRoom', code: handler("return new Response('weg', { status: 204 });") },
  { mistake: 'circleInJson', code: handler('const a = {};\na.zelf = a;\nreturn Response.json(a);') },
  { mistake: 'bigintInJson', code: handler('return Response.json({ getal: 12n });') },
  { mistake: 'bigintInJson', code: handler('return new Response(12n + 3);') },
  { mistake: 'endlessCalls', code: handler('const f = (n) => f(n + 1) + 1;\nreturn new Response(f(0));') },
  {
    mistake: 'valueMissing',
    ask: POST,
    code: handler('const gegevens = await request.json();\nreturn new Response(gegevens.adres.straat);'),
    names: 'adres',
  },
  {
    mistake: 'valueMissing',
    code: handler('let lijst;\nreturn new Response(lijst.length);'),
    names: 'lijst',
  },
  // What answers, but with something else.
  {
    mistake: 'promiseAsText',
    ask: POST,
    code: handler("const tekst = request.text();\nreturn new Response('Dag ' + tekst);"),
    names: 'request.text()',
  },
  {
    mistake: 'promiseInJson',
    ask: POST,
    code: handler('const data = request.json();\nreturn Response.json({ data });'),
    names: 'request.json()',
  },
  {
    mistake: 'promiseInJson',
    ask: POST,
    code: handler('return Response.json(request.json());'),
    names: 'request.json()',
  },
  {
    mistake: 'objectAsText',
    ask: POST,
    code: handler("return new Response('Dag ' + await request.json());"),
  },
  {
    mistake: 'functionAsText',
    code: handler("const groet = () => 'Dag';\nreturn new Response('' + groet);"),
  },
  {
    mistake: 'functionAsText',
    code: handler("function groet() {\n  return 'Dag';\n}\nreturn new Response('' + groet);"),
  },
  { mistake: 'invalidDate', code: handler("return new Response('' + (new Date('morgen')));") },
  { mistake: 'notANumber', code: handler("return new Response('' + (Number('drie') + 1));") },
  { mistake: 'undefinedAsText', code: handler("const a = {};\nreturn new Response('Dag ' + a.naam);") },
];

/** Two files, since the mistake is between them. */
export const NO_SUCH_EXPORT = [
  {
    path: 'functie.js',
    text: "import { zoek } from './boeken.js';\nexport default () => new Response(zoek());",
  },
  { path: 'boeken.js', text: "export const zoeken = () => 'x';" },
];

/** Code that is right, in which nothing may be seen. */
export const RIGHT: readonly Pick<Beginner, 'code' | 'ask'>[] = [
  {
    code: handler(
      "const naam = new URL(request.url).searchParams.get('naam') ?? 'jij';\nreturn new Response('Dag ' + naam);",
    ),
  },
  { ask: POST, code: handler('const { naam } = await request.json();\nreturn Response.json({ naam });') },
  { ask: POST, code: handler('return request.json().then((data) => Response.json(data));') },
  {
    ask: POST,
    code: handler('const [data] = await Promise.all([request.json()]);\nreturn Response.json(data);'),
  },
  { code: handler('return Response.json({ winkelwagen: {}, aantal: 0 });') },
  { code: handler("return new Response('// request.json() lees je met await');") },
];
