const MB = 1024 * 1024;

/** @param {Request} request */
export default async function foto(request) {
  const vraag = new URL(request.url).searchParams;
  const inhoud = 'x'.repeat(Number(vraag.get('mb')) * MB);
  console.log(`de foto is ${inhoud.length} bytes`);

  if (vraag.get('vorm') === 'base64') {
    const tekst = btoa(inhoud);
    console.log(`als base64 is dat ${tekst.length} bytes`);
    return Response.json({ foto: tekst });
  }
  return new Response(inhoud, { headers: { 'content-type': 'application/octet-stream' } });
}
