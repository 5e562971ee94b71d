/** What a reader is told before anything of a WebContainer is loaded: where it comes from, and who sees what. */
import { isProbablyIpad } from '../../../host/webcontainer/support.ts';

export function Notice() {
  return (
    <>
      <p>
        <strong>WebContainer is echte Node, in je eigen browser.</strong> De code ervoor komt van{' '}
        <strong>stackblitz.com</strong>. Het bedrijf daarachter ziet dan het adres van je verbinding en van
        deze site, maar niet je code: die blijft in je browser. Haal je pakketten op, dan ziet het ook welke.
        Je functies kunnen daar wel het internet op.
      </p>
      {isProbablyIpad() && (
        <p>
          Op een iPad is er misschien te weinig geheugen. Loopt dit tabblad vast, laad het dan opnieuw en
          blijf in de browser. Je code is bewaard.
        </p>
      )}
    </>
  );
}
