/** What the class believed before the course and knows after it, one misconception at a time: no name stands here. */
import { count, decimal } from '../../kit/numbers.ts';
import { Bar } from './CheckBars.tsx';
import { allPairs, gainOf, LEAST_PAIRS, type TwelveTally } from './twelve-tallies.ts';

export function TwelveGain({ tallies }: { readonly tallies: readonly TwelveTally[] }) {
  const all = allPairs(tallies);
  const students = Math.max(...tallies.map(({ pairs }) => pairs.of));
  const gain = students < LEAST_PAIRS ? null : gainOf(all);
  return (
    <>
      <h2>Weet je het? Vooraf en achteraf</h2>
      <p>
        {students === 0
          ? 'Niemand leverde beide vormen in, en dus is er nog geen winst te berekenen.'
          : `${count(students, 'student', 'studenten')} ${students === 1 ? 'deed' : 'deden'} beide vormen. Van hun antwoorden was vooraf ${percent(all.before, all.of)} goed, en achteraf ${percent(all.after, all.of)}.${gain === null ? '' : ` De winst is ${decimal(gain, 2)}.`}`}
      </p>
      <ol class="class-spread">
        {tallies.map((tally) => (
          <One key={tally.item.id} tally={tally} />
        ))}
      </ol>
      <details>
        <summary>Wat is de winst?</summary>
        <p>
          Het deel van wat de klas vooraf nog niet wist en achteraf wel: (achteraf − vooraf) / (100 − vooraf),
          in procenten goede antwoorden (Hake, 1998). Alleen wie beide vormen deed, telt mee. Bij minder dan{' '}
          {LEAST_PAIRS} studenten, of als vooraf alles goed was of achteraf minder, zegt het getal niets en
          staat het er niet. De twee vormen zijn misschien niet even moeilijk.
        </p>
      </details>
    </>
  );
}

const percent = (part: number, of: number) => `${Math.round((part / of) * 100)}%`;

function One({
  tally: { item, before, after, pairs, believedBefore, believedAfter },
}: {
  readonly tally: TwelveTally;
}) {
  const gain = gainOf(pairs);
  const rows = [
    { when: 'Vooraf', ...before, believed: believedBefore },
    { when: 'Achteraf', ...after, believed: believedAfter },
  ].filter(({ of }) => of > 0);
  return (
    <li>
      <h3>“{item.belief}”</h3>
      <ul class="class-bars" aria-label={`Hoeveel het goed hadden: ${item.belief}`}>
        {rows.map(({ when, right, of, believed }) => (
          <li key={when}>
            <span>
              {when}
              {believed && `. Het vaakst fout gekozen: “${believed.belief}” (${believed.count})`}
            </span>
            <Bar share={right / of} isRight />
            <strong>
              {right} van {of} goed
            </strong>
          </li>
        ))}
      </ul>
      <p>
        {pairs.of > 0 &&
          `Van ${count(pairs.of, 'student', 'studenten')} met beide vormen hadden er vooraf ${pairs.before} en achteraf ${pairs.after} het goed. `}
        {gain !== null && `Winst: ${decimal(gain, 2)}. `}
        <a href={item.lesson.href}>Les {item.lesson.number}</a> gaat hierover.
      </p>
    </li>
  );
}
