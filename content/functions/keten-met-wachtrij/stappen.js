/** @typedef {{ nummer: string, klant: string, product: string }} Bestelling */

/** @param {Bestelling} bestelling */
export async function betaal({ nummer, klant }) {
  await vraag('POST', `https://bank.example/betalingen/${nummer}`);
  console.log(`${klant} heeft betaald`);
}

/** @param {Bestelling} bestelling */
export async function pakIn({ product }) {
  await vraag('POST', `https://magazijn.example/pakjes/${product}`);
  console.log(`${product} is ingepakt`);
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
