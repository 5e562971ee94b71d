/** How many missed each check: a bar that is as long as the share of the class, and the same in words. */
import type { CheckTally } from './tallies.ts';

export function CheckBars({ checks }: { readonly checks: readonly CheckTally[] }) {
  return (
    <ul class="class-bars" aria-label="Hoe vaak elke controle misging">
      {checks.map(({ id, title, missed, of }) => (
        <li key={id}>
          <span>{title}</span>
          <Bar share={of === 0 ? 0 : missed / of} />
          <strong>{missed === 0 ? 'bij niemand mis' : `mis bij ${missed} van ${of}`}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The filled part is dark in the light and light in the dark, so that it reads without colour too. */
export function Bar({ share, isRight = false }: { readonly share: number; readonly isRight?: boolean }) {
  return (
    <span class={isRight ? 'class-bar class-bar--right' : 'class-bar'} aria-hidden="true">
      <span style={{ inlineSize: `${Math.round(share * 1_000) / 10}%` }} />
    </span>
  );
}
