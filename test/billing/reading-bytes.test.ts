/** Files as bytes: packed or not, in whatever letters, cut off or no log at all, and always the same few things in memory. */
import { Readable } from 'node:stream';
import { createGunzip, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readUsageBytes } from '../../src/billing/reading/index.ts';

const LINE =
  'REPORT RequestId: é\tDuration: 12.41 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\n';
const LOG = LINE.repeat(10);
const utf8 = (text: string) => new TextEncoder().encode(text);

async function* inParts(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const gunzip = (packed: AsyncIterable<Uint8Array>) => {
  const unpacked = createGunzip();
  const source = Readable.from(packed, { objectMode: false });
  source.on('error', (error) => unpacked.destroy(error));
  return source.pipe(unpacked);
};
const read = (bytes: Uint8Array, size = 1_000) => readUsageBytes(inParts(bytes, size), { gunzip });

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
}

describe('letters and packing', () => {
  test.each([
    ['UTF-8', utf8(LOG)],
    ['UTF-8 with its mark', utf8(`\uFEFF${LOG}`)],
    ['UTF-16 LE with its mark, as PowerShell 5 writes it', utf16(`\uFEFF${LOG}`, false)],
    ['UTF-16 BE with its mark', utf16(`\uFEFF${LOG}`, true)],
    ['UTF-16 LE without', utf16(LOG, false)],
    ['UTF-16 BE without', utf16(LOG, true)],
    ['zeros in it, as a machine that lost its power leaves them', utf8(`${LOG}\0\0\0\0\0\0`)],
    ['gzip', new Uint8Array(gzipSync(LOG))],
    ['gzip of UTF-16', new Uint8Array(gzipSync(utf16(`\uFEFF${LOG}`, false)))],
    [
      'gzips one after another',
      new Uint8Array(Buffer.concat([gzipSync(LINE.repeat(4)), gzipSync(LINE.repeat(6))])),
    ],
  ])('%s', async (_, bytes) => {
    for (const size of [1, 999, bytes.length]) {
      expect(await read(bytes, size)).toMatchObject({ calls: 10, problems: [], skipped: 0 });
    }
  });

  test('a CSV in UTF-16 has its names, though a mark stands before them', async () => {
    const csv = utf16('\uFEFFdurationMs;memoryMb\r\n12,5;128\r\n', false);
    expect(await read(csv)).toMatchObject({ calls: 1, problems: [], unknownColumns: [] });
  });
});

describe('what can’t be read has one problem that says what it is', () => {
  const noise = new Uint8Array(5_000).map((_, at) => (at * 7_919 + (at >> 3) * 31) % 256);
  test.each([
    ['zip', new Uint8Array([0x50, 0x4b, 3, 4, ...noise]), 'NO_TEXT', 'zip'],
    ['zstd', new Uint8Array(zstdCompressSync(LOG)), 'NO_TEXT', 'zstd'],
    ['parquet', new Uint8Array([...utf8('PAR1'), ...noise]), 'NO_TEXT', 'parquet'],
    ['PDF', new Uint8Array([...utf8('%PDF-1.7'), ...noise]), 'NO_TEXT', 'pdf'],
    ['a picture', new Uint8Array([0x89, ...noise]), 'NO_TEXT', ''],
    ['gzip in gzip', new Uint8Array(gzipSync(gzipSync(LOG))), 'NO_TEXT', 'gzip'],
    [
      'a gzip that is no more than its beginning',
      new Uint8Array(gzipSync(LOG)).subarray(0, 12),
      'GZIP_BROKEN',
      '',
    ],
    ['nothing', new Uint8Array(), 'NOTHING_FOUND', ''],
  ])('%s', async (_, bytes, code, field) => {
    expect(await read(bytes)).toMatchObject({
      calls: 0,
      problemCount: 1,
      problems: [{ line: 1, code, field }],
    });
  });
});

test('a gzip that ends halfway, or has something behind it, tells so, and what came before counts', async () => {
  const varied = Array.from({ length: 20_000 }, (_, i) =>
    LINE.replace('é', String((i * 7_919) % 65_537)),
  ).join('');
  const packed = new Uint8Array(gzipSync(varied));
  const halved = await read(packed.subarray(0, packed.length / 2));
  expect(halved.calls).toBeGreaterThan(1_000);
  expect(halved.calls).toBeLessThan(20_000);
  expect(halved.problems[0]).toEqual({ line: 1, code: 'GZIP_BROKEN', field: '' });
  const followed = await read(new Uint8Array([...packed, ...utf8('rommel die er niet hoort')]));
  // The last part that was unpacked may be lost with it.
  expect(followed.calls).toBeGreaterThan(19_000);
  expect(followed.problems[0]).toEqual({ line: 1, code: 'GZIP_BROKEN', field: '' });
});

test('a file that is gone halfway is no matter of what is in it: it throws', async () => {
  async function* broken(bytes: Uint8Array) {
    yield bytes;
    throw new Error('gone');
  }
  await expect(readUsageBytes(broken(utf8(LOG)), { gunzip })).rejects.toThrow('gone');
  const packed = new Uint8Array(gzipSync(LOG.repeat(100)));
  await expect(readUsageBytes(broken(packed.subarray(0, 60)), { gunzip })).rejects.toThrow('gone');
});

test('who stops halfway lets go of the file', async () => {
  let isReleased = false;
  async function* endless() {
    try {
      for (;;) yield utf8(LOG);
    } finally {
      isReleased = true;
    }
  }
  const stop = new Error('stop');
  const pause = () => Promise.reject(stop);
  await expect(readUsageBytes(endless(), { gunzip, pause })).rejects.toBe(stop);
  expect(isReleased).toBe(true);
});

describe('pieces without an end are told, and kept in no memory', () => {
  const many = (text: string, mb: number) => utf8(text.repeat(Math.ceil((mb * 1024 * 1024) / text.length)));

  test('a line of 20 MB', async () => {
    const bytes = new Uint8Array([...utf8('log\n')]);
    async function* parts() {
      yield bytes;
      yield many('x', 20);
      yield utf8(`\n${LINE}`);
    }
    expect(await readUsageBytes(parts(), { gunzip })).toMatchObject({
      calls: 1,
      skipped: 1,
      problems: [{ line: 2, code: 'PIECE_TOO_LARGE', field: '' }],
    });
  });

  test('an object of 40 MB in a list', async () => {
    async function* parts() {
      yield utf8('[{"durationMs":1,"memoryMb":128},\n{"x":"');
      yield many('x', 40);
      yield utf8('"},\n{"durationMs":2,"memoryMb":128}]');
    }
    expect(await readUsageBytes(parts(), { gunzip })).toMatchObject({
      calls: 2,
      problems: [{ line: 2, code: 'PIECE_TOO_LARGE', field: '' }],
    });
  });

  test('a quote that nowhere ends costs its own row alone', async () => {
    const rows = '5,128\n'.repeat(3_000);
    expect(await read(utf8(`durationMs,memoryMb\n"1,128\n${rows}`))).toMatchObject({
      calls: 3_000,
      problems: [{ line: 2, code: 'OPEN_QUOTE', field: '' }],
    });
  });

  test('of a hundred thousand problems the first thousand are kept, and all are counted', async () => {
    const reading = await read(utf8(`durationMs,memoryMb\n${'x,128\n'.repeat(100_000)}`), 60_000);
    expect([reading.problems.length, reading.problemCount]).toEqual([1_000, 100_000]);
  });
});
