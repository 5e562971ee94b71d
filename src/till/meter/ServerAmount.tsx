/**
 * The always-on server's meter, like a taxi's: it runs four times a second while it is seen, used or not. Under
 * `prefers-reduced-motion` it moves once a second.
 */
import { useReading } from '../../kit/use-reading.ts';
import { serverUsd } from '../prices/server-price.ts';
import { isVisitKnown, visitMs } from '../visit/visit.ts';
import { Amount } from './Amount.tsx';

const EVERY_MS = 250;
const CALM_EVERY_MS = 1_000;

const isCalm = () =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

export function ServerAmount({ className }: { readonly className?: string }) {
  const everyMs = isCalm() ? CALM_EVERY_MS : EVERY_MS;
  const [ms, frame] = useReading<number, HTMLSpanElement>(visitMs, everyMs, isVisitKnown.value);
  return <Amount usd={ms === null ? null : serverUsd(ms)} isRunning className={className} frame={frame} />;
}
