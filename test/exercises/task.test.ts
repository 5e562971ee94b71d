/** A task of a teacher's own: what it becomes on a page, whatever is in it, and how it goes into the course. */
import fc from 'fast-check';
import { h } from 'preact';
import * as runtime from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { evaluate } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readTask, TaskText, taskInMdx } from '../../src/exercises/task/index.ts';

const shown = (text: string) => renderToString(h(TaskText, { text }));

test.each([
  ['Dag **allemaal** en *iedereen*.', '<p>Dag <strong>allemaal</strong> en <em>iedereen</em>.</p>'],
  ['Een\nzin.\n\nNog een.', '<p>Een\nzin.</p><p>Nog een.</p>'],
  ['# Titel\n### Kop', '<h2>Titel</h2><h3>Kop</h3>'],
  ['- a\n- b `c`', '<ul><li>a</li><li>b <code>c</code></li></ul>'],
  ['1. a\n   verder\n\n2. b\n   - c', '<ol start="1"><li>a\nverder</li><li>b<ul><li>c</li></ul></li></ol>'],
  ['3) a', '<ol start="3"><li>a</li></ol>'],
  ['```js\nif (a < b) {\n```\nna', '<pre tabindex="0"><code>if (a &lt; b) {</code></pre><p>na</p>'],
  ['> let\n> op', '<blockquote><p>let\nop</p></blockquote>'],
  ['a\n\n---\n\nb', '<p>a</p><hr/><p>b</p>'],
  [
    '[MDN](https://developer.mozilla.org/)',
    '<p><a href="https://developer.mozilla.org/" rel="noreferrer nofollow noopener">MDN</a></p>',
  ],
  ['3 * 4 * 5 en a_b_c', '<p>3 * 4 * 5 en a_b_c</p>'],
  ['**gebruik `kv`**', '<p><strong>gebruik <code>kv</code></strong></p>'],
])('%j', (text, html) => {
  expect(shown(text)).toBe(html);
});

/** Each of them is shown as the text that it is. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![plaatje](https://elders.example/spion.png)',
  '[klik](javascript:alert(1))',
  '[klik](JaVaScRiPt:alert(1))',
  '[klik](data:text/html,<script>alert(1)</script>)',
  '[klik](//elders.example)',
  '[klik](/docent/)',
  '[klik](https://a" onmouseover="alert(1))',
  '<https://elders.example>',
  '<style>@import "https://elders.example"</style>',
  '[a]: javascript:alert(1)\n[a]',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '`<b>`',
  '**<b>vet</b>**',
  '[<img src=x>](https://a.example)',
  '&lt;script&gt;',
  '\u0000\u202e<svg/onload=alert(1)>',
];

describe('a hostile task', () => {
  test.each(HOSTILE)('%j becomes text', (text) => {
    const html = shown(text);
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag = '']) => tag);
    for (const tag of tags) expect(['p', 'a', 'code', 'strong', 'em']).toContain(tag);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
  });

  test('anything at all is shown, and no tag is made that is not ours', () => {
    const signs = fc.constantFrom(...'<>*_`[]()!#-+>1. \n~&"\'\\ax'.split(''), 'https://a.b', 'javascript:');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(signs).map((all) => all.join('')),
        ),
        (text) => {
          for (const [, tag = ''] of shown(text).matchAll(/<\/?([a-z0-9]+)/gi)) {
            expect(tag).toMatch(/^(p|a|code|strong|em|h[234]|ul|ol|li|pre|hr|blockquote)$/);
          }
        },
      ),
    );
  });

  const LONGEST = 20_000;
  test.each(
    [
      '>',
      '> ',
      '[',
      '[](',
      '*a',
      '*a_',
      '- ',
      '1) ',
      '`',
      '``a',
      '&#x',
      '<a ',
      '**a ',
      'a** ',
      '![a',
      '[a](b ',
      '[a]: b\n',
      '#',
      '- a\n  ',
      '***',
      '_*',
    ].map((one) => [one]),
  )('%j over and over ends, in few steps', (one) => {
    const text = one.repeat(LONGEST / one.length);
    // A parser that goes back over it would not be done within the time of a test.
    expect(readTask(text).length).toBeLessThanOrEqual(LONGEST);
    expect(taskInMdx(text).length).toBeLessThan(LONGEST * 8);
  });
});

describe('as the course has it', () => {
  /** What the builder of the site makes of it. */
  async function built(text: string): Promise<string> {
    const { default: Content } = await evaluate(taskInMdx(text), {
      fileURL: new URL('file:///opdracht.mdx'),
      ...runtime,
    } as never);
    return renderToString(h(Content as never, {}));
  }
  const plain = (html: string) =>
    html
      .replaceAll(/ (rel|tabindex|class)="[^"]*"/g, '')
      // An address becomes a link by itself there; where one was asked for, the text is the same too.
      .replaceAll(/<\/?a\b[^>]*>/g, '')
      .replaceAll(' start="1"', '')
      .replaceAll(/>\s+|\s+</g, (space) => space.trim())
      .replaceAll(/&(quot|#39|#x27);/g, "'")
      .replaceAll('"', "'");

  test.each([
    'Zet `{ "Zon": 2 }` in kv, met {accolades} en <haken>.',
    'import x from "y"\nexport const a = 1',
    '1. Een\n2. Twee\n   - onder\n\nDaarna **vet** en *schuin*.',
    '## Kop\n\n> Let op\n\n---\n\n[MDN](https://developer.mozilla.org/nl/)',
    '```js\nconst a = { b: 1 };\n```',
    '3 * 4 = 12 & dat_is_zo # geen kop',
    '{process.exit()} {1 + 1}',
    // After an address the builder of the site reads no signs: such a text says the same with other signs.
    ...HOSTILE.filter((text) => !text.includes('\u0000') && !/<.*elders/.test(text)),
  ])('%j builds, and says the same', async (text) => {
    expect(plain(await built(text))).toBe(plain(shown(text)));
  });
});
