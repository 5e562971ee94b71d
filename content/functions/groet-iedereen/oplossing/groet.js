const LANGSTE_NAAM = 40;

/** @param {Request} request */
export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  if (!naam) return new Response('Dag allemaal!');
  if (naam.length > LANGSTE_NAAM) {
    return new Response(`Een naam heeft maximaal ${LANGSTE_NAAM} letters.`, { status: 400 });
  }
  return new Response(`Dag ${naam}!`);
}
