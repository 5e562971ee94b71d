/**
 * The colours of code, as CSS custom properties: one theme for code that is read (Shiki, at build time) and
 * code that is edited (CodeMirror), in light and dark, decided by `src/site/styles/ground/tokens.css` alone.
 */
import { createCssVariablesTheme } from 'shiki';

const base = createCssVariablesTheme({ name: 'functielab', variablePrefix: '--code-', fontStyle: false });

export const codeTheme = {
  ...base,
  tokenColors: [
    ...(base.tokenColors ?? []),
    // A `const` is a name like any other; only what never changes (numbers, true, null) is a constant here.
    {
      scope: [
        'variable.other.constant',
        'variable.other.object',
        'variable.other.property',
        'variable.parameter',
      ],
      settings: { foreground: 'var(--code-foreground)' },
    },
    {
      scope: ['entity.name.function', 'support.function'],
      settings: { foreground: 'var(--code-token-function)' },
    },
  ],
};
