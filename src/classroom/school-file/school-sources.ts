/** Where the sheets for a school's file have their facts from: each with the date that the source itself bears, or was read. */
export interface Source {
  readonly name: string;
  readonly url: string;
  /** As a reader sees it. */
  readonly date: string;
}

export const SOURCES = {
  avg: {
    name: 'Algemene verordening gegevensbescherming (AVG), verordening (EU) 2016/679',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=nl',
    date: '27 april 2016',
  },
  uavg: {
    name: 'Uitvoeringswet AVG (Nederland)',
    url: 'https://wetten.overheid.nl/BWBR0040940/2021-07-01',
    date: 'geldend sinds 1 juli 2021',
  },
  apDpia: {
    name: 'Autoriteit Persoonsgegevens: data protection impact assessment',
    url: 'https://autoriteitpersoonsgegevens.nl/nl/zelf-doen/data-protection-impact-assessment-dpia',
    date: 'gelezen in november 2026',
  },
  apTransfer: {
    name: 'Autoriteit Persoonsgegevens: doorgifte van persoonsgegevens naar de VS',
    url: 'https://www.autoriteitpersoonsgegevens.nl/themas/internationaal/doorgifte-binnen-en-buiten-de-eer/doorgifte-persoonsgegevens-naar-de-vs',
    date: 'gelezen in november 2026',
  },
  convenant: {
    name: 'Privacyconvenant Onderwijs: downloads en model verwerkersovereenkomst 4.0',
    url: 'https://www.privacyconvenant.nl/downloads/',
    date: 'gelezen in november 2026',
  },
  convenantWho: {
    name: 'Privacyconvenant Onderwijs: veelgestelde vragen',
    url: 'https://www.privacyconvenant.nl/veelgestelde-vragen/',
    date: 'gelezen in november 2026',
  },
  convenantGeneral: {
    name: 'Privacyconvenant Onderwijs: algemene verwerkersovereenkomst onderwijs',
    url: 'https://www.privacyconvenant.nl/algemene-verwerkersovereenkomst-onderwijs',
    date: 'gelezen in november 2026',
  },
  surf: {
    name: 'SURF: juridisch normenkader, met SURF-verwerkersovereenkomst 4.0',
    url: 'https://surf.nl/en/surf-legal-framework-of-standards-cloud-services',
    date: 'november 2024',
  },
  intention: {
    name: 'Katholiek Onderwijs Vlaanderen: modelovereenkomst beschermt persoonsgegevens in onderwijs',
    url: 'https://katholiekonderwijs.vlaanderen/nieuws/modelovereenkomst-beschermt-persoonsgegevens-onderwijs',
    date: '22 mei 2018',
  },
  intentionUse: {
    name: 'Katholiek Onderwijs Vlaanderen: sluit een verwerkersovereenkomst af',
    url: 'https://pro.katholiekonderwijs.vlaanderen/gdpr/stap-7-sluit-een-verwerkersovereenkomst-af',
    date: 'gelezen in november 2026',
  },
  processors: {
    name: 'Katholiek Onderwijs Vlaanderen: verwerkers',
    url: 'https://privacyopschool.katholiekonderwijs.vlaanderen/content/verwerkers',
    date: 'gelezen in november 2026',
  },
  supervisor: {
    name: 'Katholiek Onderwijs Vlaanderen: welke toezichthoudende autoriteit is waarvoor bevoegd?',
    url: 'https://privacyopschool.katholiekonderwijs.vlaanderen/content/welke-toezichthoudende-autoriteit-gba-vtc-waarvoor-bevoegd',
    date: 'afspraak van mei 2019, gelezen in november 2026',
  },
  vtc: {
    name: 'Vlaamse Toezichtcommissie: taken',
    url: 'https://www.vlaanderen.be/vlaamse-toezichtcommissie/over-de-vlaamse-toezichtcommissie/taken-vlaamse-toezichtcommissie',
    date: 'gelezen in november 2026',
  },
  gbaAge: {
    name: 'Gegevensbeschermingsautoriteit: leeftijdsgrens van 13 jaar',
    url: 'https://www.gegevensbeschermingsautoriteit.be/avg-leeftijdsgrens-van-13-jaar-sluit-aan-bij-de-digitale-praktijk',
    date: '13 februari 2018',
  },
  belgianLaw: {
    name: 'Boels Zanders: Belgische uitvoeringswet AVG in werking getreden',
    url: 'https://www.boelszanders.nl/avg-belgische-uitvoeringswet-in-werking-getreden/',
    date: 'wet van 30 juli 2018, in werking op 5 september 2018',
  },
  gbaDpia: {
    name: 'Timelex: officiële DPIA-lijst van de Gegevensbeschermingsautoriteit',
    url: 'https://www.timelex.eu/nl/blog/officiele-dpia-lijst-van-de-gegevensbeschermingsautoriteit',
    date: 'lijst van 22 maart 2019',
  },
  gbaTransfer: {
    name: 'Gegevensbeschermingsautoriteit: adequaatheidsbeslissing voor de Verenigde Staten',
    url: 'https://gegevensbeschermingsautoriteit.be/burger/nieuws/2023/07/20/een-nieuwe-adequaatheidsbeslissing-voor-gegevensoverdrachten-naar-de-verenigde-staten',
    date: '20 juli 2023',
  },
  stackblitz: {
    name: 'StackBlitz, Inc.: privacy policy',
    url: 'https://stackblitz.com/privacy-policy',
    date: '12 mei 2026',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;
