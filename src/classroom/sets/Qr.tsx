/** A link as a QR code, for a phone that sees a screen or paper. */
import { renderSVG } from 'uqr';

/** A code that holds more is too fine for the camera of a phone at some distance. */
const MOST_CHARACTERS = 1_200;

export function Qr({ link }: { readonly link: string }) {
  if (link.length > MOST_CHARACTERS) {
    return <p>Deze link is te lang voor een QR-code. Deel de link zelf, of kies minder oefeningen.</p>;
  }
  // Dark on light in any theme: a camera reads it better, and some read nothing else.
  const svg = renderSVG(link, { ecc: 'L', border: 2, blackColor: '#000', whiteColor: '#fff' });
  return (
    <img
      class="qr"
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt="QR-code van de link naar de opdracht"
    />
  );
}
