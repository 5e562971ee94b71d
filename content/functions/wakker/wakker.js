const instantie = Math.random().toString(36).slice(2, 6);
const begin = Date.now();
let aanroepen = 0;
let vorigeBezoeker = 'niemand';

/** @param {Request} request */
export default function wakker(request) {
  const bezoeker = new URL(request.url).searchParams.get('naam') ?? 'iemand';
  const seconden = Math.round((Date.now() - begin) / 1000);

  aanroepen += 1;
  console.log(`instantie ${instantie}: aanroep ${aanroepen}, ${seconden} s wakker`);

  const antwoord = { bezoeker, vorigeBezoeker };
  vorigeBezoeker = bezoeker;
  return Response.json(antwoord);
}
