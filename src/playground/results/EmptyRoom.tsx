/**
 * The Machinekamer before anything has run: a house in which nobody is yet, sketched as `machine/draw-building.ts` will draw it,
 * with the way in from outside and the places where instances come.
 */
import type { ComponentChildren } from 'preact';

export function EmptyRoom({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="empty machine__empty">
      <svg viewBox="0 0 480 110" aria-hidden="true">
        <path class="machine__walls" d="M160 14V104H432V14" />
        <path class="machine__way" d="M8 44H360V58M232 44V58M296 44V58" />
        <circle class="machine__call" cx="40" cy="44" r="5" />
        <circle class="machine__call" cx="84" cy="44" r="5" />
        <path class="machine__roof" d="M154 13H438" />
        <path class="machine__door" d="M160 34V54" />
        <path class="machine__cold" d="M220 78h24v10q0 8 -8 8h-8q-8 0 -8 -8z" />
        <path class="machine__warm" d="M284 70h24v18q0 8 -8 8h-8q-8 0 -8 -8z" />
        <path
          class="machine__way"
          d="M220 60h24v28q0 8 -8 8h-8q-8 0 -8 -8zM284 60h24v28q0 8 -8 8h-8q-8 0 -8 -8zM348 60h24v28q0 8 -8 8h-8q-8 0 -8 -8z"
        />
      </svg>
      <span>{children}</span>
    </div>
  );
}
