/** A link as a QR code, for a phone that sees a screen or paper. */
import { renderSVG } from 'uqr';
import { LONGEST_SET_LINK } from '../../exercises/set.ts';

/** A code that holds more is too fine for the camera of a phone at some distance. */
const FINE_CHARACTERS = 1_200;

export function Qr({ link }: { readonly link: string }) {
  if (link.length > LONGEST_SET_LINK) {
    return (
      <p>Deze link is te lang voor een QR-code. Geef de reeks als bestand, of kies minder oefeningen.</p>
    );
  }
  // Dark on light in any theme: a camera reads it better, and some read nothing else.
  const svg = renderSVG(link, { ecc: 'L', border: 2, blackColor: '#000', whiteColor: '#fff' });
  const isFine = link.length > FINE_CHARACTERS;
  return (
    <>
      <img
        class={isFine ? 'qr qr--fine' : 'qr'}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt="QR-code van de link naar de reeks"
      />
      {isFine && (
        <p>De vakjes van deze code zijn klein, want de link is lang. Houd je telefoon er dicht bij.</p>
      )}
    </>
  );
}
