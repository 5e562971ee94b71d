const tekst = new TextEncoder();

/**
 * Leest een token: gegevens, een punt, en een handtekening van wie het geheim kent.
 *
 * @param {string} token
 * @param {string} geheim
 * @returns {Promise<{ naam: string, tot: number } | null>} null als de handtekening niet klopt, of het token verlopen is
 */
export async function leesToken(token, geheim) {
  const [gegevens = '', handtekening = ''] = token.split('.');
  if (!geheim || !gegevens) return null;

  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const sleutel = await crypto.subtle.importKey('raw', tekst.encode(geheim), hmac, false, ['verify']);
  const klopt = await crypto.subtle.verify('HMAC', sleutel, bytes(handtekening), tekst.encode(gegevens));
  if (!klopt) return null;

  const { naam, tot } = JSON.parse(new TextDecoder().decode(bytes(gegevens)));
  return tot > Date.now() / 1000 ? { naam, tot } : null;
}

/**
 * Van base64url, waarin een token geschreven is, naar bytes. Wat geen base64url is, wordt niets.
 *
 * @param {string} base64url
 */
function bytes(base64url) {
  try {
    const letters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
