/** @param {Request} request */
export default async function maakGroepjes(request) {
  const { namen, grootte } = await request.json();

  if (!(grootte >= 1)) {
    const fout = 'Een groepje heeft minstens 1 persoon.';
    return Response.json({ fout }, { status: 400 });
  }

  const groepjes = [];
  for (let van = 0; van < namen.length; van += grootte) {
    groepjes.push(namen.slice(van, van + grootte));
  }
  return Response.json({ groepjes });
}
