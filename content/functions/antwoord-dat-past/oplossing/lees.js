import { alleBerichten } from './berichten.js';

const OP_EEN_PAGINA = 10;
const MEESTE_BYTES = 1000;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function lees(request, context) {
  const berichten = await alleBerichten(context);

  const { nummer } = context.params;
  if (nummer !== undefined) {
    const bericht = berichten.find((een) => String(een.nummer) === nummer);
    if (!bericht) return Response.json({ fout: 'Dit bericht is er niet.' }, { status: 404 });
    return Response.json(bericht);
  }

  const gevraagd = new URL(request.url).searchParams.get('na') ?? '0';
  if (!/^\d+$/.test(gevraagd)) return Response.json({ fout: 'Geef een nummer.' }, { status: 400 });

  const verder = berichten.filter((een) => een.nummer > Number(gevraagd));
  const pagina = verder.slice(0, OP_EEN_PAGINA);
  const laatste = pagina.at(-1);
  const isErMeer = verder.length > pagina.length;
  return Response.json({
    berichten: pagina.map(inLijst),
    volgende: isErMeer && laatste ? laatste.nummer : null,
  });
}

/** @param {import('./berichten.js').Bericht} bericht */
function inLijst({ nummer, tekst }) {
  const bytes = new TextEncoder().encode(tekst).length;
  return bytes > MEESTE_BYTES ? { nummer, link: `/berichten/${nummer}` } : { nummer, tekst };
}
