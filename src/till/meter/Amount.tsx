/**
 * An amount of the till: its text and its `value` are always of the same moment. As long as it is not known there is none,
 * since a zero would be a claim; the room for it is kept, so that nothing moves when it comes (`.amount` in `till.css`).
 */
import type { RefObject } from 'preact';
import { tillEuro } from '../prices/server-price.ts';

interface Props {
  /** Exact dollars; null when not known yet. */
  readonly usd: string | null;
  /** It runs on: its last digit is dim, since nobody can read it. */
  readonly isRunning?: boolean;
  readonly className?: string | undefined;
  readonly frame?: RefObject<HTMLSpanElement>;
}

export function Amount({ usd, isRunning = false, className = '', frame }: Props) {
  const text = usd === null ? '' : tillEuro(usd);
  return (
    <span ref={frame ?? null} class={`amount ${className}`}>
      {usd === null ? (
        <>
          <span aria-hidden="true">…</span>
          <span class="visually-hidden">nog niet bekend</span>
        </>
      ) : (
        <data value={usd}>
          {isRunning ? text.slice(0, -1) : text}
          {isRunning && <b>{text.slice(-1)}</b>}
        </data>
      )}
    </span>
  );
}
