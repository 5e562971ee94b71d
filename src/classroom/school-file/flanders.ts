/** For a Flemish school: secundair onderwijs, hogeschool. */
import type { CountryFile } from './country-file.ts';

export const flanders: CountryFile = {
  country: 'Vlaanderen',
  slug: 'vlaanderen',
  agreements: [
    {
      text: 'Met wie Functielab maakt, sluit je geen verwerkersovereenkomst: die verwerkt niets voor je school. Met een bedrijf dat de site in opdracht van je school aanbiedt, hoort er wel een bij.',
      from: ['avg'],
    },
    {
      text: 'De onderwijsverstrekkers, de CLB-koepel, de Federatie Centra voor Basiseducatie, uitgevers en leveranciers maakten samen een model van verwerkersovereenkomst. Het hoort bij de intentieverklaring Privacy in digitale onderwijsmiddelen.',
      from: ['intention', 'intentionUse'],
    },
    {
      text: 'Het schoolbestuur sluit altijd zelf een overeenkomst met elke verwerker, ook als die de intentieverklaring onderschreven heeft.',
      from: ['processors'],
    },
    {
      text: 'Voor hogescholen vonden wij geen openbaar model dat ze delen. Vraag je functionaris voor gegevensbescherming welk model jouw hogeschool gebruikt.',
    },
  ],
  ageAndConsent: [
    {
      text: 'Toestemming is één van de grondslagen van de AVG, en een school heeft die voor gewoon onderwijs vaak niet nodig. Kies je toch voor toestemming, dan geldt dit.',
      from: ['avg'],
    },
    {
      text: 'Bij een onlinedienst die zich rechtstreeks tot jongeren richt, geeft iemand in België vanaf 13 jaar zelf toestemming. Daaronder doet een ouder of voogd dat.',
      from: ['gbaAge', 'belgianLaw'],
    },
    {
      text: 'Functielab vraagt geen leeftijd, geen e-mailadres en geen account. Een naam is alleen nodig bij het inleveren, en mag een nummer zijn.',
    },
  ],
  assessment: [
    {
      text: 'Een gegevensbeschermingseffectbeoordeling (GEB of DPIA) is verplicht bij een waarschijnlijk hoog risico. Het schoolbestuur bepaalt dat zelf, als verwerkingsverantwoordelijke.',
      from: ['avg'],
    },
    {
      text: 'De Gegevensbeschermingsautoriteit heeft een lijst van verwerkingen waarvoor een GEB altijd moet, en de Vlaamse Toezichtcommissie stelt er ook een op.',
      from: ['gbaDpia', 'vtc'],
    },
  ],
  supervisor: [
    {
      text: 'Voor Vlaamse onderwijsinstellingen is de Vlaamse Toezichtcommissie het loket: voor het aanmelden van een functionaris, voor klachten en voor gegevenslekken. Indien nodig gaat een dossier naar de Gegevensbeschermingsautoriteit.',
      from: ['supervisor', 'vtc'],
    },
  ],
  transfer: [
    {
      text: 'Naar een organisatie in de Verenigde Staten die op de Data Privacy Framework List staat, mag je gegevens doorgeven zonder extra instrument. Staat ze er niet op, dan is er een nodig, zoals modelcontractbepalingen.',
      from: ['gbaTransfer'],
    },
  ],
};
