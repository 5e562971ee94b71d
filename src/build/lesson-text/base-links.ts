/** Links in a lesson's own text (`/maand/`) lead to where the site lives, also when that is a folder of its host. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { withSlashes } from '../base.ts';

type Plugins = NonNullable<SatteriProcessorOptions['mdastPlugins']>;

/** @param base as Astro's configuration has it */
export function baseLinks(base: string): Plugins[number] {
  const prefix = withSlashes(base);
  return {
    name: 'functielab:base-links',
    link(node, context) {
      if (node.url.startsWith('/')) context.setProperty(node, 'url', prefix + node.url.slice(1));
    },
  };
}
