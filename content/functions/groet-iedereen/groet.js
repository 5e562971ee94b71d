/** @param {Request} request */
export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  return new Response(`Dag ${naam}!`);
}
