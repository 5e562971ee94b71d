/** What the page says of the tool itself, in the two languages that the tool has. The laboratory in it speaks Dutch, as the course does. */
import type { Language } from '../tool/lab/protocol.ts';

export interface PageWords {
  readonly trying: string;
  readonly refused: string;
  readonly gone: string;
  readonly lead: (folder: string) => string;
  readonly inTab: string;
  readonly saveUsage: string;
  readonly changedHere: (paths: readonly string[]) => string;
  readonly putBack: string;
  readonly deployed: (paths: readonly string[], time: string) => string;
  readonly isAnew: string;
  readonly nothingRuns: string;
  readonly replaced: (paths: readonly string[]) => string;
  readonly takeBack: string;
  readonly stillOld: string;
  readonly outside: string;
  readonly outsideNone: string;
  readonly outsideIs: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
}

/** More than these are counted. */
const MOST_NAMED = 3;
const named = (paths: readonly string[], more: (count: number) => string) =>
  paths.length <= MOST_NAMED
    ? paths.join(', ')
    : `${paths.slice(0, MOST_NAMED).join(', ')} ${more(paths.length - MOST_NAMED)}`;
const inDutch = (paths: readonly string[]) => named(paths, (count) => `en nog ${count}`);
const inEnglish = (paths: readonly string[]) => named(paths, (count) => `and ${count} more`);

export const words: Readonly<Record<Language, PageWords>> = {
  nl: {
    trying: 'Verbinden met functielab …',
    refused:
      'Deze pagina heeft de sleutel niet van de functielab die nu draait. Open het adres dat in de terminal staat.',
    gone: 'functielab antwoordt niet: misschien is het gestopt. Start het opnieuw in een terminal, en open het adres dat daar staat. In de sandbox van de browser werkt wat hier staat nog gewoon.',
    lead: (folder) =>
      `De functies in de map ${folder}, op deze computer. Bewaar een bestand in je eigen editor en het wordt hier uitgerold. Er draait pas iets als je op Voer uit drukt. Wat je op deze pagina verandert, is om te proberen: het komt niet in je map.`,
    inTab: 'Open in een tabblad',
    saveUsage: 'Bewaar het gebruik',
    changedHere: (paths) => `Hier veranderd, en niet in je map: ${inDutch(paths)}.`,
    putBack: 'Zet terug wat in de map staat',
    deployed: (paths, time) =>
      paths.length === 0
        ? `De instellingen zijn bewaard en uitgerold om ${time}.`
        : `Bewaard en uitgerold om ${time}: ${inDutch(paths)}.`,
    isAnew: 'Er zijn andere functies of bestanden, dus het lab begint opnieuw.',
    nothingRuns: 'Er is niets uitgevoerd.',
    replaced: (paths) => `Wat je hier had getypt in ${inDutch(paths)}, is vervangen.`,
    takeBack: 'Zet mijn tekst terug',
    stillOld: 'Tot dat klopt, draait de vorige versie door.',
    outside: 'Aanroepen van buiten',
    outsideNone:
      'Nog geen. Wat een programma, curl of een tabblad aanroept, draait in Node, en komt hier te staan met log, bon en tijdlijn. Hoe je dat doet, staat in de terminal.',
    outsideIs:
      'Dit riep een programma, curl of een tabblad aan. Het draaide in Node, met een eigen opslag: niet die van het lab hierboven.',
    theme: 'Kleuren van de pagina',
    themes: { auto: 'Kleuren: systeem', light: 'Kleuren: licht', dark: 'Kleuren: donker' },
  },
  en: {
    trying: 'Connecting to functielab …',
    refused:
      'This page does not have the key of the functielab that runs now. Open the address that is in the terminal.',
    gone: 'functielab does not answer: it may have been stopped. Start it again in a terminal, and open the address that is there. In the sandbox of the browser, what is here still works.',
    lead: (folder) =>
      `The functions in the folder ${folder}, on this computer. Save a file in your own editor, and it is deployed here. Nothing runs until you press Voer uit. What you change on this page is for trying: it does not go into your folder.`,
    inTab: 'Open in a tab',
    saveUsage: 'Save the usage',
    changedHere: (paths) => `Changed here, and not in your folder: ${inEnglish(paths)}.`,
    putBack: 'Put back what is in the folder',
    deployed: (paths, time) =>
      paths.length === 0
        ? `The settings were saved and deployed at ${time}.`
        : `Saved and deployed at ${time}: ${inEnglish(paths)}.`,
    isAnew: 'There are other functions or files, so the lab begins anew.',
    nothingRuns: 'Nothing was run.',
    replaced: (paths) => `What you had typed here in ${inEnglish(paths)} was replaced.`,
    takeBack: 'Put my text back',
    stillOld: 'Until that is right, the version before it runs on.',
    outside: 'Calls from outside',
    outsideNone:
      'None yet. What a program, curl or a tab calls runs in Node, and comes here with its log, receipt and timeline. How to do that is in the terminal.',
    outsideIs:
      'A program, curl or a tab called this. It ran in Node, with stores of its own: not those of the lab above.',
    theme: 'Colours of the page',
    themes: { auto: 'Colours: system', light: 'Colours: light', dark: 'Colours: dark' },
  },
};
