/** @param {Request} request */
export default async function kies(request) {
  const { metingen } = await request.json();
  return Response.json({ memoryMb: metingen[0].memoryMb });
}
