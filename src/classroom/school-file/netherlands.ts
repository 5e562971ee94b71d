/** For a Dutch school: mbo, hbo, voortgezet onderwijs. */
import type { CountryFile } from './country-file.ts';

export const netherlands: CountryFile = {
  country: 'Nederland',
  slug: 'nederland',
  agreements: [
    {
      text: 'Met wie Functielab maakt, sluit je geen verwerkersovereenkomst: die verwerkt niets voor je school. Met een bedrijf dat de site in opdracht van je school aanbiedt, hoort er wel een bij.',
      from: ['avg'],
    },
    {
      text: 'Het Privacyconvenant Onderwijs is van PO-Raad, VO-raad, MBO Raad en brancheverenigingen van leveranciers.',
      from: ['convenantWho'],
    },
    {
      text: 'De model verwerkersovereenkomst 4.0 van het convenant is alleen voor leveranciers die als deelnemer in het register staan.',
      from: ['convenant'],
    },
    {
      text: 'Biedt een ander bedrijf de site aan, zoals een webhost, dan is er de algemene verwerkersovereenkomst onderwijs. Voor het mbo heet die het generieke model.',
      from: ['convenantGeneral'],
    },
    {
      text: 'Hogescholen en universiteiten hebben het juridisch normenkader van SURF, met de SURF-verwerkersovereenkomst 4.0.',
      from: ['surf'],
    },
  ],
  ageAndConsent: [
    {
      text: 'Toestemming is één van de grondslagen van de AVG, en een school heeft die voor gewoon onderwijs vaak niet nodig. Kies je toch voor toestemming, dan geldt dit.',
      from: ['avg'],
    },
    {
      text: 'Is een student jonger dan 16 jaar, dan geeft een ouder of voogd de toestemming.',
      from: ['uavg'],
    },
    {
      text: 'Functielab vraagt geen leeftijd, geen e-mailadres en geen account. Een naam is alleen nodig bij het inleveren, en mag een nummer zijn.',
    },
  ],
  assessment: [
    {
      text: 'Een DPIA is verplicht als een verwerking waarschijnlijk een hoog risico geeft. Je school bepaalt dat zelf, met de lijst van de Autoriteit Persoonsgegevens en de negen criteria van de Europese toezichthouders.',
      from: ['apDpia'],
    },
  ],
  supervisor: [
    {
      text: 'Toezicht op de AVG houdt de Autoriteit Persoonsgegevens. De functionaris gegevensbescherming van je school is de eerste om te vragen.',
      from: ['uavg', 'avg'],
    },
  ],
  transfer: [
    {
      text: 'Naar een bedrijf in de Verenigde Staten mag je gegevens doorgeven zonder extra instrument als het meedoet aan het Data Privacy Framework, en het product daar ook onder valt. Doet het niet mee, dan is er een doorgifte-instrument nodig, zoals een modelcontract.',
      from: ['apTransfer'],
    },
  ],
};
