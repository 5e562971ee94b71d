/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function stuur(request, context) {
  const kb = Number(new URL(request.url).searchParams.get('kb'));
  const foto = 'x'.repeat(kb * 1024);

  if (context.params.hoe === 'inhoud') {
    await context.queue.send({ foto });
  } else {
    await context.bucket.put('fotos/kat.jpg', foto);
    await context.queue.send({ sleutel: 'fotos/kat.jpg' });
  }
  return Response.json({ aangenomen: true }, { status: 202 });
}
