/** Where the ticked steps are kept: for a page that only wants to know whether there are any, before it fetches `ticks.ts`. */
export const TICKS_KEY = 'functielab:stappen';
