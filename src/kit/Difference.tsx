/** What differs between two texts, line by line; said in signs too, for who can't see colours. Nothing in them stays hidden. */
import { diffLines } from 'diff';
import { withHiddenSigns } from './hidden-signs.ts';

interface Props {
  readonly from: string;
  readonly to: string;
}

export function Difference({ from, to }: Props) {
  return (
    <pre class="difference" tabIndex={0}>
      {diffLines(from, to).map(({ added, removed, value }, at) => {
        const lines = withHiddenSigns(value).replace(/\n$/, '').split('\n');
        if (added) return <ins key={at}>{lines.map((line) => `+ ${line}\n`).join('')}</ins>;
        if (removed) return <del key={at}>{lines.map((line) => `− ${line}\n`).join('')}</del>;
        return <span key={at}>{lines.map((line) => `  ${line}\n`).join('')}</span>;
      })}
    </pre>
  );
}
