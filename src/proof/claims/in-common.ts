/** What several claims are about. */

// biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the title of a test, which fills it in.
export const IN_EACH_LOOK = '(${name})';

/** Where an instance runs and what it may ask, and nothing that decides when. */
export const HOST = ['src/host', 'src/engine', 'src/contract'];
/** What runs a function, and what it is told. */
export const RUNTIME = ['src/host', 'src/engine', 'src/platform', 'src/contract'];
/**
 * A playground on a page, as a reader uses it. How it looks is of other claims: a colour that changes makes no proof of a run
 * older, though a style that hides a button would break that run.
 */
export const READER = [...RUNTIME, 'src/playground', 'src/till', 'src/billing', 'src/site/shell'];
