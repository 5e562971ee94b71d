/** Where a step names a part of its playground, that name is a button that brings the part into view; `bench/follow.ts` does it. */
const PANELS = [
  'Machinekamer',
  'Antwoord',
  'Kassabon',
  'Logboek',
  'Instanties',
  'Opslag',
  'Wachtrij',
  'Mislukte berichten',
  'Tijdlijn',
  'Spoor',
];
const NAMED = new RegExp(`<strong>(${PANELS.join('|')})</strong>`, 'g');

/** @param html what a step says @returns the same, with a button for each part that it names in bold; `bench/start.ts` lets it be pressed */
export function withPanelLinks(html: string): string {
  return html.replaceAll(
    NAMED,
    '<button type="button" class="to-panel" data-bench="panel" disabled>$1</button>',
  );
}
