let laatste = 0;

export default async function nummertje() {
  laatste += 1;
  return Response.json({ nummer: laatste });
}
