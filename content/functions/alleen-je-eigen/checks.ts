import type { Check, ExerciseLab, Random, Received } from '../../../src/exercises/index.ts';

const ENV = { TOKEN_GEHEIM: 'les-14-geheim', HERKOMST: 'https://app.example' };
const LONG_FROM_NOW = 4_102_444_800;
const LONG_AGO = 1_577_836_800;
const ORIGIN = 'access-control-allow-origin';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** As whoever gives out tokens makes one; `until` in seconds since 1970. */
async function tokenOf(naam: string, secret: string, until = LONG_FROM_NOW): Promise<string> {
  const data = base64url(bytesOf(JSON.stringify({ naam, tot: until })));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), hmac, false, ['sign']);
  return `${data}.${base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(data))))}`;
}

/** @param token null sends none */
function ask(lab: ExerciseLab, nummer: number, token: string | null): Promise<Received> {
  const headers = { origin: ENV.HERKOMST, ...(token !== null && { authorization: `Bearer ${token}` }) };
  return lab.request('GET', `/notities/${nummer}`, { headers });
}

const askFirst = (lab: ExerciseLab, nummer: number) =>
  lab.request('OPTIONS', `/notities/${nummer}`, {
    headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
  });

/** Names in a header that lists them, such as methods. */
const listed = (received: Received, header: string) =>
  (received.header(header) ?? '').split(',').map((name) => name.trim().toLowerCase());

function draw(random: Random) {
  const [mine, others] = [random.whole(1, 400), random.whole(401, 900)];
  const env = { TOKEN_GEHEIM: random.word(), HERKOMST: `https://${random.word()}.example` };
  return { mine, others, naam: random.word(), ander: `${random.word()}x`, tekst: random.word(), env };
}

type Drawn = ReturnType<typeof draw>;

function fill(lab: ExerciseLab, { mine, others, naam, ander, tekst, env }: Drawn): void {
  lab.rollOutWith(env);
  lab.store(`notitie/${mine}`, { van: naam, tekst });
  lab.store(`notitie/${others}`, { van: ander, tekst: `${tekst} van ${ander}` });
}

const EXAMPLE: Drawn = { mine: 1, others: 2, naam: 'mila', ander: 'ali', tekst: 'melk kopen', env: ENV };

export const checks: readonly Check[] = [
  {
    id: 'eigen',
    title: 'Met een goed token lees je je eigen notitie',
    look: 'Geef het token uit `authorization` aan `leesToken`, met het geheim uit `context.env`.',
    async run(lab) {
      fill(lab, EXAMPLE);
      const received = await ask(lab, 1, await tokenOf('mila', ENV.TOKEN_GEHEIM));
      received.hasStatus(200);
      received.hasJson({ tekst: 'melk kopen' });
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        fill(lab, drawn);
        return (await ask(lab, drawn.mine, await tokenOf(drawn.naam, drawn.env.TOKEN_GEHEIM))).outcome;
      };
    },
  },
  {
    id: 'wie',
    title: 'Zonder token, of met een vervalst of verlopen token, is het status 401',
    look: '`leesToken` geeft `null` als het token niet deugt. Geloof de header `x-naam` niet meer.',
    async run(lab) {
      fill(lab, EXAMPLE);
      const old = await tokenOf('mila', ENV.TOKEN_GEHEIM, LONG_AGO);
      for (const token of [null, '', 'mila', old, await tokenOf('mila', 'gegokt')]) {
        (await ask(lab, 1, token)).hasStatus(401);
      }
      (await lab.request('GET', '/notities/1', { headers: { 'x-naam': 'mila' } })).hasStatus(401);
    },
    fresh(random) {
      const drawn = draw(random);
      const numbers = random.shuffled([drawn.mine, drawn.others, 999]);
      return async (lab) => {
        fill(lab, drawn);
        const secret = drawn.env.TOKEN_GEHEIM;
        const old = await tokenOf(drawn.naam, secret, LONG_AGO);
        const statuses: number[] = [];
        for (const token of [null, old, await tokenOf(drawn.naam, `${secret}x`)]) {
          for (const nummer of numbers) statuses.push((await ask(lab, nummer, token)).status);
        }
        return statuses;
      };
    },
  },
  {
    id: 'van-wie',
    title: 'Een notitie van iemand anders geeft status 403, en niets van de tekst',
    look: 'Vergelijk `van` in de opslag met de naam uit het token.',
    async run(lab) {
      fill(lab, EXAMPLE);
      const received = await ask(lab, 2, await tokenOf('mila', ENV.TOKEN_GEHEIM));
      received.hasStatus(403);
      lab.expect(!received.text.includes('melk'), 'een antwoord zonder de notitie', received.text);
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        fill(lab, drawn);
        const secret = drawn.env.TOKEN_GEHEIM;
        const asked = await ask(lab, drawn.others, await tokenOf(drawn.naam, secret));
        const owner = await ask(lab, drawn.others, await tokenOf(drawn.ander, secret));
        return [asked.status, asked.text.includes(drawn.tekst), owner.outcome];
      };
    },
  },
  {
    id: 'is-er-niet',
    title: 'Een notitie die er niet is, geeft status 404',
    look: '`get` geeft `null` als er niets bij de sleutel staat.',
    async run(lab) {
      fill(lab, EXAMPLE);
      (await ask(lab, 3, await tokenOf('mila', ENV.TOKEN_GEHEIM))).hasStatus(404);
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        fill(lab, drawn);
        return (await ask(lab, 999, await tokenOf(drawn.naam, drawn.env.TOKEN_GEHEIM))).status;
      };
    },
  },
  {
    id: 'vooraf',
    title: 'OPTIONS geeft zonder token status 204, en staat GET met authorization toe',
    look: 'Beantwoord `OPTIONS` voordat je naar een token kijkt.',
    async run(lab) {
      const received = await askFirst(lab, 1);
      received.hasStatus(204);
      received.hasHeader(ORIGIN, ENV.HERKOMST);
      for (const [header, name] of [
        ['access-control-allow-methods', 'get'],
        ['access-control-allow-headers', 'authorization'],
      ] as const) {
        const names = listed(received, header);
        lab.expect(
          names.includes(name),
          `${header} met ${name}`,
          names.join(', ') || 'die header is er niet',
        );
      }
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        fill(lab, drawn);
        const received = await askFirst(lab, drawn.mine);
        return [received.status, received.header(ORIGIN)];
      };
    },
  },
  {
    id: 'elk-antwoord',
    title: 'Elk antwoord zegt welke pagina het mag lezen, ook een weigering',
    look: 'Geef dezelfde headers mee bij status 200, 401, 403 en 404.',
    async run(lab) {
      fill(lab, EXAMPLE);
      const token = await tokenOf('mila', ENV.TOKEN_GEHEIM);
      for (const [nummer, sent] of [
        [1, token],
        [1, null],
        [2, token],
        [3, token],
      ] as const) {
        (await ask(lab, nummer, sent)).hasHeader(ORIGIN, ENV.HERKOMST);
      }
    },
    fresh(random) {
      const drawn = draw(random);
      return async (lab) => {
        fill(lab, drawn);
        const token = await tokenOf(drawn.naam, drawn.env.TOKEN_GEHEIM);
        const found: (string | null)[] = [];
        for (const nummer of [drawn.mine, drawn.others, 999]) {
          found.push((await ask(lab, nummer, token)).header(ORIGIN));
        }
        found.push((await ask(lab, drawn.mine, null)).header(ORIGIN));
        return found;
      };
    },
  },
];
