/** What the page that makes a package says of how it goes. */
import type { News, PackageProblem } from './protocol.ts';

export function newsInWords(news: Exclude<News, { type: 'done' }>): string {
  switch (news.type) {
    case 'files':
      return `${news.ready} van ${news.of} bestanden klaar`;
    case 'zipping':
      return 'Inpakken …';
    case 'failed':
      return problemInWords(news.problem);
  }
}

function problemInWords({ code, detail }: PackageProblem): string {
  switch (code) {
    case 'NO_ANSWER':
      return 'Niet alle bestanden van de cursus zijn op te halen. Controleer je verbinding en maak het pakket opnieuw: wat dit toestel al heeft, wordt niet nog eens opgehaald.';
    case 'OTHER_BUILD':
      return 'Deze site is vernieuwd sinds je deze pagina opende. Laad de pagina opnieuw en maak het pakket dan.';
    case 'UNKNOWN':
      return `Het pakket is niet gemaakt, en dat is onze fout. Laad de pagina opnieuw; lukt het dan niet, meld dit dan: ${detail}`;
  }
}
