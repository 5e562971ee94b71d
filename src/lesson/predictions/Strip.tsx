/** So many marks in a row: the first of them hatched with what was said, or filled with what came and a pencil line at what was said. */
interface Props {
  readonly of: number;
  /** Null while nothing is said. */
  readonly said: number | null;
  readonly came: number | string | null;
}

export function Strip({ of, said, came }: Props) {
  const isKnown = typeof came === 'number';
  const kind = (at: number) => (isKnown ? (at < came ? 'came' : '') : at < (said ?? 0) ? 'said' : '');
  return (
    <div class="strip" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <i key={at} class={kind(at)} data-pencil={isKnown && at + 1 === said ? '' : undefined} />
      ))}
    </div>
  );
}
