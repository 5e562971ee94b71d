/** Tells Astro of `client:touch`; `../site/shell/touch.ts` says what it means. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function touchDirective(): AstroIntegration {
  return {
    name: 'functielab:touch',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'touch',
          entrypoint: fileURLToPath(new URL('../site/shell/touch.ts', import.meta.url)),
        });
      },
    },
  };
}
