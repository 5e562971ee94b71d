/** @param {Request} request */
export default async function hallo(request) {
  const url = new URL(request.url);
  const naam = url.searchParams.get('naam') ?? 'jij';

  console.log(`een aanroep voor ${naam}`);
  return Response.json({ groet: `Dag ${naam}!` });
}
