/**
 * Two hundred calls of `context.kv` in an order that a seed says, and what came of each. A version is told as the how-manieth
 * of its key it is, since the numbers are a platform's own: one that came back would have an old place.
 */
const KEYS = ['a', 'b', 'ab', 'a/b', 'a/..b', 'a/b/c', 'é', '～', '😀', 'a b+c&d=%?#\'"<>'];
const PREFIXES = ['', 'a', 'a/', 'é', '😀', 'niets'];
const CALLS = 200;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function kv(request, { kv }) {
  let state = Number(new URL(request.url).searchParams.get('seed') ?? 1);
  const whole = (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const pick = (list) => list[whole(list.length)];
  const seen = new Map();
  const placeOf = (key, version) => {
    if (version === null) return null;
    const versions = seen.get(key) ?? [];
    if (!versions.includes(version)) versions.push(version);
    seen.set(key, versions);
    return versions.indexOf(version);
  };
  /** One that the key has or had, one that nobody has, null, or none at all. */
  const condition = (key) => {
    const versions = seen.get(key) ?? [];
    const ifVersion = pick([null, 999_999, versions.at(-1), versions.at(-1), versions.at(-2)]);
    return pick([true, false, false]) || ifVersion === undefined ? undefined : { ifVersion };
  };
  const anyValue = () =>
    pick([null, 0, 'tekst', '', [1, 'é'], { diep: { er: '😀\u2028' } }, 'x'.repeat(whole(3_000))]);

  const told = [];
  for (let nth = 0; nth < CALLS; nth += 1) {
    const key = pick(KEYS);
    const before = await kv.getWithVersion(key);
    told.push([key, before.value, placeOf(key, before.version)]);
    switch (whole(5)) {
      case 0:
        told.push(await kv.delete(key, condition(key)));
        break;
      case 1: {
        const limit = pick([undefined, 1, 3]);
        const entries = await kv.list(pick(PREFIXES), limit === undefined ? undefined : { limit });
        told.push(entries.map((one) => [one.key, one.value, placeOf(one.key, one.version)]));
        break;
      }
      default:
        told.push(await kv.put(key, anyValue(), condition(key)));
    }
  }

  // Of writers at the same time who all read the same version, one wins.
  await kv.put('race', 0);
  const { version } = await kv.getWithVersion('race');
  const won = await Promise.all([1, 2, 3, 4, 5].map((one) => kv.put('race', one, { ifVersion: version })));
  told.push(won.filter(Boolean).length);
  const claims = await Promise.all([1, 2, 3].map((one) => kv.put('claim', one, { ifVersion: null })));
  told.push(claims.filter(Boolean).length);
  await kv.delete('race');
  await kv.delete('claim');

  await kv.put('groot', 'é'.repeat(190_000));
  told.push((await kv.get('groot')).length);
  for (const one of ['', '/a', 'a/../b', 'a\\b', 'x'.repeat(513)]) {
    told.push(await kv.get(one).then(String, ({ code, message }) => [code, message]));
  }
  told.push(await kv.put('te-groot', 'x'.repeat(410_000)).then(String, ({ code }) => code));
  return Response.json(told);
}
