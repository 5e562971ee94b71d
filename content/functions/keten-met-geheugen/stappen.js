/** @typedef {{ nummer: string, klant: string, product: string }} Bestelling */

/** @param {Bestelling} bestelling */
export async function betaal({ nummer, klant }) {
  await vraag('POST', `https://bank.example/betalingen/${nummer}`);
  console.log(`${klant} heeft betaald`);
}

/** @param {Bestelling} bestelling */
export async function betaalTerug({ nummer, klant }) {
  await vraag('DELETE', `https://bank.example/betalingen/${nummer}`);
  console.log(`${klant} krijgt het geld terug`);
}

/** @param {Bestelling} bestelling */
export async function pakIn({ product }) {
  await vraag('POST', `https://magazijn.example/pakjes/${product}`);
  console.log(`${product} is ingepakt`);
}

/** @param {Bestelling} bestelling */
export async function pakUit({ product }) {
  await vraag('DELETE', `https://magazijn.example/pakjes/${product}`);
  console.log(`${product} ligt weer in het magazijn`);
}

/** @param {Bestelling} bestelling */
export async function verstuur({ nummer, klant }) {
  await vraag('POST', `https://koerier.example/zendingen/${nummer}`);
  console.log(`het pakje voor ${klant} is verstuurd`);
}

/**
 * @param {string} method
 * @param {string} adres
 */
async function vraag(method, adres) {
  const antwoord = await fetch(adres, { method });
  if (!antwoord.ok) throw new Error(`${adres} gaf status ${antwoord.status}`);
}
