// Dit deel draait één keer per instantie: bij de koude start.
const priemgetallen = zoekPriemgetallen(50_000);
let aanroepen = 0;

export default async function geluksgetal(request) {
  const naam = new URL(request.url).searchParams.get('naam') ?? 'jij';
  aanroepen += 1;

  // Doet alsof ze op een database wacht.
  await new Promise((klaar) => setTimeout(klaar, 300));

  const getal = priemgetallen[Math.floor(Math.random() * priemgetallen.length)];
  return new Response(`Dag ${naam}, je geluksgetal is ${getal}. Aanroep ${aanroepen} van deze instantie.`);
}

function zoekPriemgetallen(tot) {
  const gevonden = [];
  for (let getal = 2; getal <= tot; getal += 1) {
    if (gevonden.every((deler) => getal % deler !== 0)) gevonden.push(getal);
  }
  return gevonden;
}
