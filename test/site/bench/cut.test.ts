import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../../src/site/bench/cut.ts';

const nameOf = (title: string) => title.toLowerCase().replace(/[^a-z].*/, '');
const island = (title: string, kind = 'LessonPlayground') =>
  `<astro-island component-export="${kind}" props="{&quot;sample&quot;:[0,{&quot;name&quot;:[0,&quot;${nameOf(title)}&quot;],…"><section class="playground" aria-label="Speeltuin: ${title}"><p>code</p></section></astro-island><noscript><p>Geen JavaScript.</p></noscript>`;
const attempt = (text: string, name = '') =>
  `<div class="try" role="note" aria-label="Probeer" data-for="${name}"><p>${text}</p></div>`;

/** A page of two playgrounds as a lesson has them. */
const LESSON = [
  '<h2>Een</h2>',
  '<p>De eerste functie.</p>',
  island('Eerste'),
  attempt('Druk op <strong>Voer uit</strong>.'),
  '<p>Uitleg.</p>',
  '<h2>Twee</h2>',
  '<p>De tweede functie.</p>',
  island('Tweede &amp; laatste'),
  attempt('Nog eens.'),
  '<p>Meer uitleg.</p>',
].join('\n');

const textsOf = (html: string) => cut(html).pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : []));

describe('a page is cut at its playgrounds', () => {
  test('each section has what leads to its playground, and what follows it', () => {
    const { labs, pieces } = cut(LESSON);
    expect(labs).toEqual([
      { title: 'Eerste', name: 'eerste' },
      { title: 'Tweede & laatste', name: 'tweede' },
    ]);
    expect(pieces.map((piece) => (piece.kind === 'lab' ? `lab ${piece.lab}` : piece.row))).toEqual([
      2,
      'lab 0',
      3,
      4,
      'lab 1',
      5,
    ]);
    const [first, second, third, fourth] = textsOf(LESSON);
    expect(first?.html).toBe('<h2>Een</h2>\n<p>De eerste functie.</p>');
    expect(second).toMatchObject({ lab: 0, handOver: null });
    expect(second?.html).toContain('Uitleg.');
    expect(third).toMatchObject({ lab: 1, handOver: 'new' });
    expect(third?.html).toBe('<h2>Twee</h2>\n<p>De tweede functie.</p>');
    expect(fourth).toMatchObject({ lab: 1, handOver: null });
  });

  test('the first playground begins beside the head of the page, another beside what leads to it', () => {
    const rows = cut(LESSON).pieces.flatMap((piece) =>
      piece.kind === 'lab' ? [[piece.fromRow, piece.toRow]] : [],
    );
    expect(rows).toEqual([
      [1, 4],
      [4, 6],
    ]);
  });

  test('what a reader without JavaScript is told stays with its playground', () => {
    const [lab] = cut(LESSON).pieces.filter(({ kind }) => kind === 'lab');
    expect(lab?.html).toContain('Geen JavaScript.');
  });

  test('a script that Astro puts before an island goes with it', () => {
    const texts = textsOf(
      `${island('A')}<h2>Twee</h2><p>De functie.</p><script>1</script>${island('B')}<p>Klaar.</p>`,
    );
    expect(texts.map(({ html }) => html)).toEqual([
      '',
      '',
      '<h2>Twee</h2>\n<p>De functie.</p>',
      '<p>Klaar.</p>',
    ]);
  });

  test('far from its heading, a playground comes with the one sentence that leads to it', () => {
    const [, after, leading] = textsOf(
      `${island('A')}<h2>Twee</h2><p>Een verhaal.</p><ul><li>iets</li></ul><p>Let op.</p><p>De functie.</p>${island('B')}`,
    );
    expect(after?.html).toContain('Let op.');
    expect(leading?.html).toBe('<p>De functie.</p>');
  });

  test('text that asks for an earlier playground by its title gets that one back', () => {
    const back = `<h2>Terug</h2><p>Nog iets.</p>${attempt('Druk bij <strong>Eerste</strong> op <b>Voer uit</b>.')}`;
    const last = textsOf(`${LESSON}\n${back}\n<p>Klaar.</p>`).at(-1);
    expect(last).toMatchObject({ lab: 0, handOver: 'back', row: 6 });
    expect(last?.html).toMatch(/^<h2>Terug<\/h2>[\s\S]*Klaar/);
    expect(textsOf(`${LESSON}${attempt('Kijk naar de <strong>Kassabon</strong>.')}`).at(-1)?.lab).toBe(1);
  });

  test('text goes to and fro between the playgrounds that its author names', () => {
    const texts = textsOf(
      `${LESSON}${attempt('a', 'eerste')}<p>b</p>${attempt('c', 'tweede')}${attempt('d', 'tweede')}`,
    );
    expect(texts.slice(-3).map(({ lab, handOver }) => [lab, handOver])).toEqual([
      [1, null],
      [0, 'back'],
      [1, 'back'],
    ]);
    expect(texts.at(-2)?.html).toContain('<p>b</p>');
  });

  test('the calculator of a month is asked for by a name of its own', () => {
    const month = `${LESSON}<h2>Maand</h2>${island('', 'MonthPart')
      .replace(/props="[^"]*"/, '')
      .replace(/aria-label="[^"]*"/, '')}`;
    const { labs } = cut(month);
    expect(labs.at(-1)).toEqual({ title: 'Rekenblad', name: 'rekenblad' });
    const handed = (name: string) =>
      textsOf(`${month}<ul><li>iets</li></ul>${attempt('Schuif.', name)}`).at(-1);
    expect(handed('rekenblad')).toMatchObject({ lab: 2, handOver: null });
    expect(handed('eerste')).toMatchObject({ lab: 0, handOver: 'back' });
  });

  test('a task stands whole beside the playground of its exercise', () => {
    const exercise = `<h2>Oefening</h2><h3>Groet</h3><div class="exercise"><p>instap</p><ul><li>Doe dit.</li></ul>${island('Groet', 'ExercisePlayground')}</div>`;
    const { labs } = cut(`${LESSON}<h2>Meer lezen</h2><ul><li>boek</li></ul>${exercise}`);
    expect(labs.at(-1)?.title).toBe('Groet');
    const texts = textsOf(`${LESSON}<h2>Meer lezen</h2><ul><li>boek</li></ul>${exercise}`);
    expect(texts.at(-2)?.html).toMatch(/^<h2>Oefening<\/h2>\n<h3>Groet<\/h3>\n<p>instap/);
  });

  test('a page without a playground has no bench', () => {
    expect(cut('<h2>Een</h2><p>Tekst.</p>')).toEqual({ labs: [], pieces: [] });
  });
});

const block = fc.constantFrom(
  '<h2>Kop</h2>',
  '<h3>Kop</h3>',
  '<p>Tekst met <em>nadruk</em>.</p>',
  '<ul><li>een</li></ul>',
  '<pre>code</pre>',
  attempt('Doe iets.'),
  attempt('Bij <strong>A</strong>.'),
  island('A'),
  island('B'),
  island('C', 'MonthPart'),
  attempt('Bij b.', 'b'),
);

test('nothing of a page is lost, doubled or moved, and rows only go on', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
      const { labs, pieces } = cut(blocks.join('\n'));
      if (labs.length === 0) return;
      expect(
        pieces
          .map(({ html }) => html)
          .filter((html) => html !== '')
          .join('\n')
          .replace(/\n/g, ''),
      ).toBe(blocks.join(''));
      const rows = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.row] : []));
      expect(rows).toEqual(rows.map((_, at) => at + 2));
      for (const piece of pieces) expect(labs[piece.lab]).toBeDefined();
    }),
  );
});
