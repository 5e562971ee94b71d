/** Which server the meter counts: its price, where that was read and when, and what is left out. */
import { server } from '../prices/prices.ts';
import { ipv4PerHour, serverPerHour, serverPerMonth } from '../prices/server-price.ts';
import { rateSentence, readInWords } from '../receipt/receipts.ts';

export function ServerFacts() {
  return (
    <>
      <p>
        De teller rekent met {server.product} van {server.provider} ({server.region}): een van de kleinste
        servers die je daar kunt huren, met {server.limits.memoryMb.toLocaleString('nl')} MB geheugen. Hij
        staat dag en nacht aan, ook als niemand hem gebruikt.
      </p>
      <dl class="facts">
        <dt>Prijs</dt>
        <dd>
          {serverPerHour} per uur, dat is {serverPerMonth}.
        </dd>
        <dt>Niet meegeteld</dt>
        <dd>
          Een publiek IPv4-adres kost {ipv4PerHour} per uur erbij. Schijf, netwerk en het werk van mensen
          zitten er ook niet in.
        </dd>
        <dt>Bron</dt>
        <dd>
          <a href={server.source}>{new URL(server.source).hostname}</a>, {readInWords(server)}.
        </dd>
        <dt>Wisselkoers</dt>
        <dd>{rateSentence}</dd>
      </dl>
    </>
  );
}
