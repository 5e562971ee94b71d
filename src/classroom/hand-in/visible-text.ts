/**
 * A name as it is shown beside others: without what can't be seen and changes what is seen, such as a mark that turns the text
 * around it, or one letter of no width that makes two equal names differ.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}
