let bezoekers = 0;

/** @param {Request} request */
export default function begroet(request) {
  const url = new URL(request.url);
  const naam = url.searchParams.get('naam') ?? 'jij';

  bezoekers += 1;
  console.log(`bezoeker ${bezoekers}: ${naam}`);
  return new Response(`Dag ${naam}!`);
}
