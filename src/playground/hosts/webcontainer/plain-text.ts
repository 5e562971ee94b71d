/** What a program prints to a terminal, as plain lines: without colours, and without what was overwritten. */

// Control sequences as ECMA-48 has them: CSI … letter, OSC … end, and single escapes.
const SEQUENCES = new RegExp(
  ['\\u001b\\[[0-?]*[ -/]*[@-~]', '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)', '\\u001b[@-_]'].join(
    '|',
  ),
  'g',
);

export function plainText(printed: string): string {
  return (
    printed
      .replace(SEQUENCES, '')
      .split('\n')
      // At the end of a line it is half of CR LF; within one, what comes after it is written over what was there.
      .map((line) => line.replace(/\r+$/, ''))
      .map((line) => line.slice(line.lastIndexOf('\r') + 1))
      .join('\n')
  );
}
