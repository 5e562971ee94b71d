/** @param {Request} request */
export default async function toon(request) {
  const regels = await haalBestelling();
  if (new URL(request.url).searchParams.get('als') === 'pdf') {
    const { maakPdf } = await import('./pdf.js');
    return new Response(maakPdf(regels));
  }
  return new Response(regels.join('\n'));
}

/** @returns {Promise<string[]>} de regels van de bestelling */
async function haalBestelling() {
  const antwoord = await fetch('https://bestellingen.example/bestellingen/7');
  return antwoord.json();
}
