/** The load as a picture: instances over time under the limit, and where calls were refused. The figures stand in a table below. */
import { count, elapsed } from '../../kit/numbers.ts';
import type { Slice } from '../../simulation/index.ts';
import { SLICES } from './merge.ts';

interface Props {
  readonly slices: readonly Slice[];
  /** Most instances at once. */
  readonly limit: number;
  readonly refused: number;
}

const HEIGHT = 40;
/** Room above the limit, for the marks of what was refused. */
const TOP = 6;

export function LoadPicture({ slices, limit, refused }: Props) {
  const endMs = slices.at(-1)?.toMs ?? 0;
  const most = slices.reduce((peak, slice) => Math.max(peak, slice.peak), 0);
  const y = (instances: number) => TOP + (HEIGHT - TOP) * (1 - instances / limit);
  const summary =
    `In ${elapsed(endMs)} maximaal ${count(most, 'instantie', 'instanties')} van de ${limit}. ` +
    (refused === 0
      ? 'Niets geweigerd.'
      : `${count(refused, 'aanroep', 'aanroepen')} geweigerd: de streepjes boven de lijn.`);
  return (
    <figure class="load-picture">
      <svg viewBox={`0 0 ${SLICES} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        {slices.map(({ fromMs, peak, rejected }, at) => (
          <g key={fromMs}>
            <rect class="load-picture__instances" x={at} y={y(peak)} width="1" height={HEIGHT - y(peak)} />
            {rejected > 0 && (
              <rect class="load-picture__refused" x={at + 0.2} y="0" width="0.6" height={TOP - 1} />
            )}
          </g>
        ))}
        <line class="load-picture__limit" x1="0" x2={SLICES} y1={TOP} y2={TOP} />
      </svg>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}
