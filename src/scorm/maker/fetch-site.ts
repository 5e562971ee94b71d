/** The files of the site as this browser gets them: from the site, or from what its service worker keeps. */
import type { PackageProblem } from './protocol.ts';

/** A file that did not come, and why. */
export class FileMissing extends Error {
  readonly problem: PackageProblem;

  constructor(problem: PackageProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * @param base of the site
 * @returns reads one file. Many hosts send a page that is asked for by its file on to its folder, so it is asked for by that
 */
export function siteReader(base: string, ask: typeof fetch = fetch): (file: string) => Promise<Uint8Array> {
  return async (file) => {
    const address = base + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
    let response: Response;
    try {
      response = await ask(address);
    } catch {
      throw new FileMissing({ code: 'NO_ANSWER', detail: address });
    }
    // A service worker answers so when it has not got the file and there is no network.
    if (response.status >= 500) throw new FileMissing({ code: 'NO_ANSWER', detail: address });
    if (!response.ok) throw new FileMissing({ code: 'OTHER_BUILD', detail: address });
    return new Uint8Array(await response.arrayBuffer());
  };
}
