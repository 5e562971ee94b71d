/**
 * What was looked at by hand, criterion by criterion, for what a test sees only in part: what was done, on which day, and what was
 * seen. Who hears the course with a screen reader has not been found; nothing here says how it sounds.
 */

export interface CheckByHand {
  readonly id: string;
  /** Numbers of WCAG 2.2. */
  readonly criteria: readonly string[];
  /** YYYY-MM-DD. */
  readonly day: string;
  /** In Dutch: what was done, and with what. */
  readonly did: string;
  /** In Dutch: what was seen, also what was not in order, and whether it was mended. */
  readonly saw: string;
}

/** In Dutch: nobody is named, and nobody is an examiner. */
export const WHO = 'de bouwers van Functielab';

export const CHECKS_BY_HAND: readonly CheckByHand[] = [
  {
    id: 'keyboard',
    criteria: ['2.1.1', '2.1.2', '2.4.3', '2.4.7', '2.4.11'],
    day: '2026-11-30',
    did: 'Met Tab van het begin tot het einde van twintig pagina’s van elke soort, in Chromium, in een venster van 1.280 bij 800. In de code telkens Esc en dan Tab.',
    saw: 'Twintig keer eindigde de weg voorbij de laatste link. Nergens bleef de focus hangen, en alles wat focus kreeg, had een rand of een lijn. Van enkele lange vakken met code en tabellen lag een deel bedekt of buiten beeld.',
  },
  {
    id: 'zoom',
    criteria: ['1.4.4', '1.4.10'],
    day: '2026-11-30',
    did: 'Dezelfde twintig pagina’s in een venster zo groot als er bij 200 % en bij 400 % van 1.280 bij 800 overblijft: 640 bij 400 en 320 bij 200.',
    saw: 'Geen pagina schoof zijwaarts. Bij 400 % schuift de balk boven mee weg, zodat er plaats blijft om te lezen.',
  },
  {
    id: 'text-spacing',
    criteria: ['1.4.12'],
    day: '2026-11-30',
    did: 'Dezelfde pagina’s op 1.280 pixels, met de afstanden tussen letters, woorden, regels en alinea’s die WCAG noemt.',
    saw: 'Buiten de velden met code, die zelf schuiven, viel er geen tekst weg, maar het menu bovenaan maakte elke pagina 42 pixels te breed. Dat menu gaat nu in twee rijen, en daarmee was het weg, ook op 1.040 pixels.',
  },
  {
    id: 'motion',
    criteria: ['2.2.2'],
    day: '2026-11-30',
    did: 'Dezelfde pagina’s met de instelling voor minder beweging, voor en na een run waar de pagina een functie heeft.',
    saw: 'Er liep geen enkele animatie.',
  },
  {
    id: 'orientation',
    criteria: ['1.3.4'],
    day: '2026-11-30',
    did: 'Dezelfde pagina’s met aanraking, staand (390 bij 844) en liggend (844 bij 390).',
    saw: 'Geen pagina schoof zijwaarts.',
  },
];
