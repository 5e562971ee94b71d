/**
 * A function puts a file where another watches, and one where nobody does.
 *
 * @param {Request} _request
 * @param {Context} context
 */
export default async function legNeer(_request, { bucket }) {
  await bucket.put('in/een bestand & één.txt', 'dag', { contentType: 'text/x-proef' });
  await bucket.put('uit/niet.txt', 'nee');
  return new Response(null, { status: 204 });
}
