/** What differs between two texts, line by line; said in signs too, for who can't see colours. Nothing in them stays hidden. */
import type { ComponentChildren } from 'preact';
import { withHiddenSigns } from './hidden-signs.ts';
import { lineDifference } from './lines/line-difference.ts';

interface Props {
  readonly from: string;
  readonly to: string;
  /** The lines of a text as they are shown: in the colours of code, for example. */
  readonly paint?: (text: string) => readonly ComponentChildren[];
}

const plain = (text: string): readonly ComponentChildren[] => text.split('\n');

export function Difference({ from, to, paint = plain }: Props) {
  // Painted whole: what a line means may have begun on a line before it.
  const before = paint(withHiddenSigns(from));
  const after = paint(withHiddenSigns(to));
  let [left, right] = [0, 0];
  return (
    <pre class="difference" tabIndex={0}>
      {lineDifference(from, to).map(({ added, removed, count }, at) => {
        const lines = (removed ? before : after).slice(
          removed ? left : right,
          (removed ? left : right) + count,
        );
        if (!added) left += count;
        if (!removed) right += count;
        const sign = added ? '+ ' : removed ? '− ' : '  ';
        // Text is one piece: of a stranger's half a million lines, each on its own would keep a page busy.
        const shown =
          paint === plain
            ? lines.map((line) => `${sign}${line}\n`).join('')
            : lines.map((line) => [sign, line, '\n']);
        if (added) return <ins key={at}>{shown}</ins>;
        if (removed) return <del key={at}>{shown}</del>;
        return <span key={at}>{shown}</span>;
      })}
    </pre>
  );
}
