/**
 * Signs in code that cannot be seen and change what is seen: a mark that turns the text around it, a letter of no width that makes
 * two names differ. Who judges somebody else's code has to see them.
 *
 * Source: Unicode Technical Report 36, section 3.3; Boucher and Anderson, "Trojan Source", 2021.
 */

/** Controls but for tab and line ends, formatting marks, other line ends, and the letters that are drawn as nothing. */
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;

/** The same text with the number of each hidden sign in its place: `⟨U+202E⟩`. */
export function withHiddenSigns(text: string): string {
  return text.replaceAll(HIDDEN, (sign) => {
    const number = sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${number}⟩`;
  });
}
