/** Names of files that are two in the course, and one on the computer on which a project is unpacked. */
import type { SourceFile } from '../../contract/data.ts';
import { RefusedProject } from './refused-project.ts';

/**
 * Windows and macOS see no difference between `A.js` and `a.js`, and macOS none between an é as one sign and an e with an accent after it.
 *
 * @throws RefusedProject, in Dutch, for the first two
 */
export function checkFileNames(files: readonly Pick<SourceFile, 'path'>[]): void {
  const known = new Map<string, string>();
  for (const { path } of files) {
    const folded = path.normalize('NFC').toLowerCase();
    const other = known.get(folded);
    if (other !== undefined) {
      throw new RefusedProject(
        `De bestanden ${other} en ${path} heten op Windows of macOS hetzelfde, zodat er bij het uitpakken een verdwijnt. Geef een van beide een andere naam.`,
      );
    }
    known.set(folded, path);
  }
}
