/** A table in a text can be gone to with Tab: with large letters it is wider than a phone, and Safari lets no keyboard move it otherwise. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugins = NonNullable<SatteriProcessorOptions['hastPlugins']>;

export function reachableTables(): Plugins[number] {
  return {
    name: 'functielab:reachable-tables',
    element: {
      filter: ['table'],
      visit(node, context) {
        context.setProperty(node, 'tabIndex', 0);
      },
    },
  };
}
