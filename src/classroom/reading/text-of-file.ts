/** The text of a file in the encodings that people's programs write: UTF-8, UTF-16, and what is neither as Western Windows. */

export async function textOfFile(file: Pick<Blob, 'arrayBuffer'>): Promise<string> {
  return textOf(new Uint8Array(await file.arrayBuffer()));
}

/**
 * UTF-16 is what the Notepad of Windows and old PowerShell write, with or without a mark before it. What is no text becomes
 * characters that mean nothing.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  if (isLittle || isBig) return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
