/** @type {{ winkel: string, korting: number } | undefined} */
let instellingen;

/** @param {Request} request */
export default async function prijs(request) {
  const url = new URL(request.url);
  if (url.pathname === '/gezond') return new Response('ja');

  instellingen ??= await haalInstellingen();
  const centen = Number(url.searchParams.get('centen'));
  const korting = Math.round((centen * instellingen.korting) / 100);
  return Response.json({ winkel: instellingen.winkel, centen: centen - korting });
}

/**
 * Haalt de instellingen van ver weg. Dat duurt elke keer even.
 *
 * @returns {Promise<{ winkel: string, korting: number }>}
 */
async function haalInstellingen() {
  const antwoord = await fetch('https://instellingen.example/winkel');
  return antwoord.json();
}
