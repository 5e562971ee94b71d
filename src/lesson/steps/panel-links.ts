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
/** With the sign behind it, which by itself might begin the next line: a button is to a browser what a picture is. */
const NAMED = new RegExp(`<strong>(${PANELS.join('|')})</strong>([.,:;?!)]*)`, 'g');

/** @param html what a step says @returns the same, with a button for each part that it names in bold; `bench/start.ts` lets it be pressed */
export function withPanelLinks(html: string): string {
  return html.replaceAll(NAMED, (_, name: string, sign: string) => {
    const button = `<button type="button" class="to-panel" data-bench="panel" disabled>${name}</button>`;
    return sign === '' ? button : `<span class="unbroken">${button}${sign}</span>`;
  });
}
