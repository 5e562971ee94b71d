/** Turns a sentence with `**bold**`, `*stress*` and `` `code` `` into HTML; everything else is escaped. */
export function inlineMarkdown(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/`(.+?)`/g)
    .map((part, at) => (at % 2 === 1 ? `<code>${part}</code>` : withStress(part)))
    .join('');
}

function withStress(text: string): string {
  return text
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(\S(?:[^*]*\S)?)\*/g, '<em>$1</em>');
}
