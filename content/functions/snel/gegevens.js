const AANTAL = 20_000;
const steden = ['Gent', 'Utrecht', 'Breda', 'Hasselt', 'Zwolle'];

/** Elke klant heeft een nummer en woont ergens. */
export const klanten = Array.from({ length: AANTAL }, (_, i) => {
  return { nummer: i, stad: steden[i % steden.length] ?? '' };
});

/** Van elke bestelling weten we alleen het klantnummer. */
export const bestellingen = Array.from({ length: AANTAL }, (_, i) => {
  return { klantnummer: (i * 7919) % AANTAL };
});
