/** Which server the meter counts: its price, where that was read and when, and what is left out. */
import type { RefObject } from 'preact';
import { Dialog } from './Dialog.tsx';
import type { ServerReference } from './pricing.ts';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly server: ServerReference;
}

export function ServerFacts({ dialog, server }: Props) {
  return (
    <Dialog dialog={dialog} title="Welke server is dat?">
      <p>
        De teller rekent met {server.product} van {server.provider} ({server.region}): een van de kleinste
        servers die je daar kunt huren, met {server.memoryMb.toLocaleString('nl')} MB geheugen. Hij staat dag
        en nacht aan, ook als niemand hem gebruikt.
      </p>
      <dl class="facts">
        <dt>Prijs</dt>
        <dd>
          {server.perHour} per uur, dat is ongeveer {server.perMonth} per maand (730 uur).
        </dd>
        <dt>Niet meegeteld</dt>
        <dd>
          Een publiek IPv4-adres kost {server.ipv4PerHour} per uur erbij. Schijf, netwerk en het werk van
          mensen zitten er ook niet in.
        </dd>
        <dt>Bron</dt>
        <dd>
          <a href={server.source}>{new URL(server.source).hostname}</a>, gelezen in {server.readIn}
          {server.seenIn && <> ({server.seenIn})</>}.
        </dd>
        <dt>Wisselkoers</dt>
        <dd>{server.rate}</dd>
      </dl>
    </Dialog>
  );
}
