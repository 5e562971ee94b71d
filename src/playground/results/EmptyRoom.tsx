/**
 * The Machinekamer before anything has run: a house in which nobody is yet, sketched as `machine/draw-building.ts` will draw it,
 * with the way in from outside and the places where instances come.
 */
import type { ComponentChildren } from 'preact';

export function EmptyRoom({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="empty machine__empty">
      <svg viewBox="0 0 480 132" aria-hidden="true">
        <path class="machine__walls" d="M130 10V126H466V10" />
        <path class="machine__way" d="M8 38H403V52M203 38V52M303 38V52" />
        <circle class="machine__call" cx="28" cy="38" r="6" />
        <circle class="machine__call" cx="64" cy="38" r="6" />
        <circle class="machine__call" cx="100" cy="38" r="6" />
        <path class="machine__roof" d="M122 9H474" />
        <path class="machine__door" d="M130 26V50" />
        <path class="machine__cold" d="M188 84h30v22q0 8 -8 8h-14q-8 0 -8 -8z" />
        <path class="machine__warm" d="M288 66h30v40q0 8 -8 8h-14q-8 0 -8 -8z" />
        <path
          class="machine__way"
          d="M188 54h30v52q0 8 -8 8h-14q-8 0 -8 -8zM288 54h30v52q0 8 -8 8h-14q-8 0 -8 -8zM388 54h30v52q0 8 -8 8h-14q-8 0 -8 -8z"
        />
      </svg>
      <span>{children}</span>
    </div>
  );
}
