/** One page of each kind: what a page of that kind can't do, no page of it does. Paths under the site's base. */
export const KINDS = [
  '',
  'lessen/betalen-per-gebruik/',
  'oefeningen/groet-iedereen/',
  'maand/',
  'verkeer/',
  'werkplaats/',
  'herhaal/',
  'weet-je-het/',
  'voortgang/',
  'opdracht/',
  'docent/',
  'docent/nakijken/',
  'docent/oefening/',
  'bewezen/',
  'toegankelijkheid/',
] as const;
