/** What goes into `context.bucket` comes out of it: text, bytes and blobs, under plain keys and odd ones. */
const KEYS = [
  'map/a.txt',
  'map/b.txt',
  'map',
  'los.csv',
  'één bestand.txt',
  'a b+c&d=%?#\'"<>.txt',
  '～.txt',
  '😀.txt',
];

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bucket(_request, { bucket }) {
  const told = [];
  const tell = async (key) => {
    const object = await bucket.get(key);
    told.push(object && [object.key, object.size, object.contentType, [...object.bytes()].slice(0, 20)]);
  };
  const infos = (list) => list.map(({ key, size, contentType }) => [key, size, contentType]);

  told.push(infos(await bucket.list()));
  for (const key of KEYS) {
    const { key: own, size, contentType } = await bucket.put(key, `in ${key}`);
    told.push([own, size, contentType]);
    await tell(key);
  }
  await bucket.put('map/a.txt', new Uint8Array([0, 255, 195, 40]));
  await tell('map/a.txt');
  await bucket.put('map/a.txt', new Blob(['<p>'], { type: 'text/html' }));
  await tell('map/a.txt');
  await bucket.put('map/a.txt', '{"a":1}', { contentType: 'application/json; charset=utf-8' });
  told.push((await bucket.get('map/a.txt')).json());
  await bucket.put('leeg', '');
  await tell('leeg');
  await bucket.put('groot.bin', new Uint8Array(3 * 1024 * 1024).fill(7));
  const large = await bucket.get('groot.bin');
  told.push([large.size, large.bytes().every((byte) => byte === 7)]);
  for (const prefix of ['', 'map', 'map/', 'é', 'niets']) told.push(infos(await bucket.list(prefix)));
  told.push(
    await bucket.delete('map/b.txt'),
    await bucket.delete('map/b.txt'),
    await bucket.get('map/b.txt'),
  );
  told.push(await bucket.delete('groot.bin'), await bucket.delete('niets'));
  for (const one of ['', '/a', 'a/../b']) {
    told.push(await bucket.get(one).then(String, ({ code, message }) => [code, message]));
  }
  return Response.json(told);
}
