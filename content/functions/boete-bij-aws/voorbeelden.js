/** De afspraak: bij elk verzoek hoort dit antwoord, waar de functie ook draait. */
export const voorbeelden = [
  { pad: '/boete?dagen=7', status: 200, cent: 140 },
  { pad: '/boete?dagen=0', status: 200, cent: 0 },
  { pad: '/boete?dagen=-2', status: 200, cent: 0 },
  { pad: '/boete?dagen=100', status: 200, cent: 500 },
  { pad: '/boete', status: 400 },
];
