const POGINGEN = 10;

/** @param {Request} request */
export default async function vrij(request) {
  const zaal = new URL(request.url).searchParams.get('zaal');
  for (let poging = 1; poging <= POGINGEN; poging += 1) {
    const antwoord = await fetch(`https://zalen.example/zalen/${zaal}`);
    if (antwoord.ok) return Response.json(await antwoord.json());
    console.log(`poging ${poging}: status ${antwoord.status}`);
  }
  return Response.json({ fout: 'Het bleef te druk.' }, { status: 503 });
}
