/** What of a text is Dutch prose, and the words of it. */

/** What is no Dutch prose: code, addresses, what is marked as English, names of tags and of their settings, keys of YAML. */
const NOT_PROSE: readonly RegExp[] = [
  /^\*+In English[\s\S]*?^$/gm,
  /^ *```[\s\S]*?^ *```/gm,
  /^(import|export) [\s\S]*?;$/gm,
  /\{`[^`]*`\}/g,
  /``.*?``|`[^`\n]*`/g,
  /\*\*[CRUD]\*\*[a-z]+/g,
  /\b(do|when)=\{\{[\s\S]*?\}\}(?=[ >])/g,
  /<em lang="en">[^<]*<\/em>/g,
  /(?<![*\w])\*[^*\s][^*\n]*\*(?!\*)/g,
  /\]\([^)\s]*\)/g,
  /https?:\S+/g,
  /\b(?!prompt|why)\w+="[^"]*"/g,
  /\b(?!options|hints)\w+=\{\[[^\]]*\]\}/g,
  /<\/?[A-Za-z]\w*/g,
  /\b\w+=(?=["{])/g,
  /\{(?!\[)[^{}]*\}/g,
  /"[\w.-]+":/g,
  /^[a-z]\w*:(?=\s)/gm,
  /\b[\w-]+(\/[\w.*-]+)+|\b\w+\.(js|mdx|ts|json|yaml|jpg|csv|txt|example)\b/g,
];

/** @returns the words of a text, as written, without the dashes and quotes that stand beside them */
export function proseWords(written: string): string[] {
  const text = written.replaceAll('&shy;', '');
  const prose = NOT_PROSE.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
  return prose.match(/(?<![\p{L}\d_@./$#-])\p{L}[\p{L}’'-]*\p{L}(?![\p{L}\d_(]|\.\w)/gu) ?? [];
}

/** Words that the other language does not have: `of`, `die` and `is` are of both. */
const ONLY_DUTCH =
  /(?<![\p{L}.-])(de|het|een|niet|van|en|je|dat|er|geen|met|voor|dit|wat|te|naar|zijn|bij|wordt|deze|ook|als|uit|nog|meer|staat|geef|zet|maak)(?![\p{L}.(-])/iu;
const ONLY_ENGLISH =
  /(?<!\p{L})(the|and|this|that|which|not|with|from|has|have|are|to|than|what|an|by|no|be|does|should|takes|you|my|here|it|there|nothing|yet|every|before|after)(?!\p{L})/iu;
/** Rules of a style sheet, code, a name in camel case. */
const CODE = /[<>{}=_|\\$#@;]|\w\(|:\/\/|\p{Ll}\p{Lu}|^[\w-]+: \S+$|^\S+\.\S+$/u;

/** Whether a line out of source code is meant for a reader: much that looks like words there is code, or English for whoever builds. */
export const isDutch = (line: string): boolean =>
  ONLY_DUTCH.test(line) && !/(?<!\p{L})(the|and|this|that|which)(?!\p{L})/iu.test(line);

/** Whether a line that is too short to tell is a label of something, as far as its letters say. */
export const maybeDutch = (line: string): boolean => !ONLY_ENGLISH.test(line) && !CODE.test(line);
