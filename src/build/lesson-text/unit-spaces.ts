/** In a lesson's own text a number stays on one line with its unit: `250 ms`, `1.769 MB`, `€ 5`. */
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugins = NonNullable<SatteriProcessorOptions['mdastPlugins']>;

/**
 * Words such as `minuten` may stand on the next line; a letter or two may not. A number that is worked out, `{count} ms`, is not
 * part of the text beside it.
 */
const BREAKABLE = /(?<=\d|^) (?=(?:ms|s|KB|MB|GB|GB-s|GHz|vCPU|%)(?![\p{L}\d]))|(?<=[€$]) (?=\d|$)/gu;
const NO_BREAK = '\u00A0';

export function unitSpaces(): Plugins[number] {
  return {
    name: 'functielab:unit-spaces',
    text(node, context) {
      const text = node.value.replace(BREAKABLE, NO_BREAK);
      if (text !== node.value) context.setProperty(node, 'value', text);
    },
  };
}
