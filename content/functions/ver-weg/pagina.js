const VRAGEN = 10;

/** @param {Request} request */
export default async function pagina(request) {
  const plaats = new URL(request.url).searchParams.get('database');
  for (let nummer = 1; nummer <= VRAGEN; nummer += 1) {
    await fetch(`https://${plaats}.example/rijen/${nummer}`);
  }
  return Response.json({ plaats, vragen: VRAGEN });
}
