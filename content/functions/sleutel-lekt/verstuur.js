const SLEUTEL = 'post-4f1d-b207';

/** @param {Request} request */
export default async function verstuur(request) {
  const { nummer, aan } = await request.json();
  const headers = { authorization: `Bearer ${SLEUTEL}` };
  console.log(`bericht ${nummer} wordt verstuurd`, headers);

  const antwoord = await fetch('https://post.example/mails', {
    method: 'POST',
    headers,
    body: JSON.stringify({ nummer, aan }),
  });
  const post = await antwoord.json();
  console.log('de post zegt', post);

  return Response.json(post, { status: 202 });
}
