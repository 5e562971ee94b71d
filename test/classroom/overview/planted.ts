/**
 * Classes of sixty in which we know what everybody got wrong: six misconceptions an exercise, each in two wordings, each wording
 * handed in by five who named, spaced and commented it in their own way. Written for these tests, as students would.
 */

export interface Planted {
  readonly misconception: string;
  /** Two programs that come to the same, written differently; the shorter one first. */
  readonly wordings: readonly [string, string];
}

/** All of the last three fail one check alone, and so do the first two. */
export const GREETERS: readonly Planted[] = [
  {
    misconception: 'an empty name is a name',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam') ?? 'allemaal';
  if (naam.length > 40) return new Response('te lang', { status: 400 });
  return new Response(\`Dag \${naam}!\`);
}`,
      `export default (request) => {
  const adres = new URL(request.url);
  let naam = 'allemaal';
  if (adres.searchParams.has('naam')) {
    naam = adres.searchParams.get('naam');
  }
  const isTeLang = naam.length > 40;
  return isTeLang ? Response.json({ fout: 'Die naam is te lang.' }, { status: 400 }) : new Response('Dag ' + naam + '!');
};`,
    ],
  },
  {
    misconception: 'nobody has no name',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  if (naam?.length > 40) return new Response('te lang', { status: 400 });
  return new Response(\`Dag \${naam}!\`);
}`,
      `const GRENS = 40;

export default function groet(request) {
  const { searchParams } = new URL(request.url);
  const naam = String(searchParams.get('naam'));
  if (naam.length <= GRENS) {
    return new Response(['Dag ', naam, '!'].join(''));
  }
  return new Response('Een naam heeft maximaal 40 letters.', { status: 400 });
}`,
    ],
  },
  {
    misconception: 'greets by the first word',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam') || 'allemaal';
  if (naam.length > 40) return new Response('te lang', { status: 400 });
  return new Response(\`Dag \${naam.split(' ')[0]}!\`);
}`,
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  if (!naam) return new Response('Dag allemaal!');
  if (naam.length > 40) return new Response('Kort je naam in.', { status: 400 });
  const spatie = naam.indexOf(' ');
  const voornaam = spatie === -1 ? naam : naam.slice(0, spatie);
  return new Response('Dag ' + voornaam + '!');
}`,
    ],
  },
  {
    misconception: 'forty is too many',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam') || 'allemaal';
  if (naam.length >= 40) return new Response('te lang', { status: 400 });
  return new Response(\`Dag \${naam}!\`);
}`,
      `const MEESTE = 39;

export default async function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  if (naam === null || naam === '') return new Response('Dag allemaal!');
  switch (Math.sign(naam.length - MEESTE)) {
    case 1:
      return Response.json({ uitleg: 'Zo een lange naam past niet op het bord.' }, { status: 400 });
    default:
      return new Response('Dag ' + naam + '!');
  }
}`,
    ],
  },
  {
    misconception: 'explains with status 200',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam') || 'allemaal';
  if (naam.length > 40) return new Response('Te lang!');
  return new Response(\`Dag \${naam}!\`);
}`,
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  let tekst = naam ? \`Dag \${naam}!\` : 'Dag allemaal!';
  if (naam && naam.length > 40) {
    tekst = 'Een naam heeft maximaal veertig letters, probeer het nog eens.';
  }
  return new Response(tekst, { status: 200 });
}`,
    ],
  },
  {
    misconception: 'throws what it has to answer',
    wordings: [
      `export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam') || 'allemaal';
  if (naam.length > 40) throw new Error('te lang');
  return new Response(\`Dag \${naam}!\`);
}`,
      `function controleer(naam) {
  if (naam.length > 40) {
    throw new RangeError('De naam heeft ' + naam.length + ' letters');
  }
  return naam;
}

export default function groet(request) {
  const naam = new URL(request.url).searchParams.get('naam');
  return new Response(naam ? \`Dag \${controleer(naam)}!\` : 'Dag allemaal!');
}`,
    ],
  },
];

const readBon = `
  if (request.method === 'GET') {
    const code = pathname.slice('/bonnen/'.length);
    const bedrag = await context.kv.get(\`bon/\${code}\`);
    if (bedrag === null) return Response.json({ fout: 'Deze bon bestaat niet.' }, { status: 404 });
    return Response.json({ code, bedrag });
  }
`;
const refuse = `if (!SLEUTEL || request.headers.get('x-sleutel') !== SLEUTEL) {
    return Response.json({ fout: 'Verkeerde sleutel.' }, { status: 401 });
  }`;
const begin = `export default async function bon(request, context) {
  const { SLEUTEL } = context.env;
  const { pathname } = new URL(request.url);`;
const create = `const isNieuw = await context.kv.put(\`bon/\${code}\`, bedrag, { ifVersion: null });
  if (!isNieuw) return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
  return Response.json({ code, bedrag }, { status: 201 });
}`;

/** The first two fail the same checks with the same words: only how they work tells them apart. So do the third and the fourth one check. */
export const GIFT_CARDS: readonly Planted[] = [
  {
    misconception: 'the memory of an instance is a store',
    wordings: [
      `const bonnen = {};

${begin}
  const code = pathname.slice('/bonnen/'.length);
  if (request.method === 'GET') {
    return code in bonnen ? Response.json({ code, bedrag: bonnen[code] }) : new Response('weg', { status: 404 });
  }
  ${refuse}
  const bon = await request.json();
  if (bon.code in bonnen) return new Response('bestaat al', { status: 409 });
  bonnen[bon.code] = bon.bedrag;
  return Response.json(bon, { status: 201 });
}`,
      `const uitgegeven = new Map();

const weiger = (status, fout) => Response.json({ fout }, { status });

export default async function bon(request, { env }) {
  const { pathname } = new URL(request.url);
  const gevraagd = pathname.slice('/bonnen/'.length);
  if (request.method === 'GET') {
    if (!uitgegeven.has(gevraagd)) return weiger(404, 'Deze bon bestaat niet.');
    return Response.json({ code: gevraagd, bedrag: uitgegeven.get(gevraagd) });
  }
  if (!env.SLEUTEL) return weiger(401, 'Er is nog geen sleutel.');
  if (request.headers.get('x-sleutel') !== env.SLEUTEL) return weiger(401, 'Verkeerde sleutel.');
  const { code, bedrag } = await request.json();
  if (uitgegeven.has(code)) return weiger(409, 'Deze bon bestaat al.');
  uitgegeven.set(code, bedrag);
  return Response.json({ code, bedrag }, { status: 201 });
}`,
    ],
  },
  {
    misconception: 'each instance has a shelf of its own in the store',
    wordings: [
      `const ik = crypto.randomUUID();

${begin}
  const code = pathname.slice('/bonnen/'.length);
  if (request.method === 'GET') {
    const bedrag = await context.kv.get(\`\${ik}/\${code}\`);
    return bedrag === null ? new Response('weg', { status: 404 }) : Response.json({ code, bedrag });
  }
  ${refuse}
  const bon = await request.json();
  const isNieuw = await context.kv.put(\`\${ik}/\${bon.code}\`, bon.bedrag, { ifVersion: null });
  return isNieuw ? Response.json(bon, { status: 201 }) : new Response('bestaat al', { status: 409 });
}`,
      `const instantie = \`instantie-\${Math.random()}\`;

function plaatsVan(code) {
  return ['bonnen', instantie, code].join('/');
}

export default async function bon(request, { env, kv }) {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET') {
    const code = pathname.slice('/bonnen/'.length);
    const bedrag = await kv.get(plaatsVan(code));
    if (bedrag === null) return Response.json({ fout: 'Deze bon bestaat niet.' }, { status: 404 });
    return Response.json({ code, bedrag });
  }
  const mag = env.SLEUTEL && request.headers.get('x-sleutel') === env.SLEUTEL;
  if (!mag) return Response.json({ fout: 'Verkeerde sleutel.' }, { status: 401 });
  const { code, bedrag } = await request.json();
  if (!(await kv.put(plaatsVan(code), bedrag, { ifVersion: null }))) {
    return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
  }
  return Response.json({ code, bedrag }, { status: 201 });
}`,
    ],
  },
  {
    misconception: 'looking before writing is enough',
    wordings: [
      `${begin}
${readBon}
  ${refuse}
  const { code, bedrag } = await request.json();
  if ((await context.kv.get(\`bon/\${code}\`)) !== null) return new Response('bestaat al', { status: 409 });
  await context.kv.put(\`bon/\${code}\`, bedrag);
  return Response.json({ code, bedrag }, { status: 201 });
}`,
      `${begin}
${readBon}
  ${refuse}
  const { code, bedrag } = await request.json();
  const bestaande = await context.kv.list('bon/');
  for (const { key } of bestaande) {
    if (key === 'bon/' + code) {
      return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
    }
  }
  await context.kv.put('bon/' + code, bedrag);
  return Response.json({ code, bedrag }, { status: 201 });
}`,
    ],
  },
  {
    misconception: 'the last one wins',
    wordings: [
      `${begin}
${readBon}
  ${refuse}
  const bon = await request.json();
  await context.kv.put(\`bon/\${bon.code}\`, bon.bedrag);
  return Response.json(bon, { status: 201 });
}`,
      `${begin}
${readBon}
  ${refuse}
  const { code, bedrag } = await request.json();
  const gelukt = await context.kv.put('bon/' + code, bedrag);
  if (!gelukt) {
    return Response.json({ fout: 'Deze bon bestaat al.' }, { status: 409 });
  }
  return Response.json({ code, bedrag }, { status: 201 });
}`,
    ],
  },
  {
    misconception: 'without a setting everybody may',
    wordings: [
      `${begin}
${readBon}
  if (SLEUTEL && request.headers.get('x-sleutel') !== SLEUTEL) return new Response('nee', { status: 401 });
  const { code, bedrag } = await request.json();
  ${create}`,
      `${begin}
${readBon}
  if (SLEUTEL) {
    const gegeven = request.headers.get('x-sleutel');
    const isGoed = gegeven === SLEUTEL;
    if (!isGoed) {
      console.warn('geweigerd');
      return Response.json({ fout: 'Verkeerde sleutel.' }, { status: 401 });
    }
  }
  const { code, bedrag } = await request.json();
  ${create}`,
    ],
  },
  {
    misconception: 'a log may know the key',
    wordings: [
      `${begin}
${readBon}
  console.log(request.headers.get('x-sleutel'));
  ${refuse}
  const { code, bedrag } = await request.json();
  ${create}`,
      `${begin}
${readBon}
  const koppen = Object.fromEntries(request.headers);
  console.log('verzoek met', JSON.stringify(koppen));
  ${refuse}
  const { code, bedrag } = await request.json();
  ${create}`,
    ],
  },
];

/** The same program as five students hand it in: with other names, spaces and comments. */
export function asHandedIn(code: string, own: readonly string[]): readonly string[] {
  const renamed = (suffix: string) =>
    own.reduce(
      (text, name) => text.replaceAll(new RegExp(`\\b${name}\\b(?!['/:])`, 'g'), name + suffix),
      code,
    );
  return [
    code,
    `// Dit is mijn uitwerking, gemaakt op de trein naar huis.\n${code}\n`,
    code.replaceAll('  ', '\t').replaceAll(';\n', ' ;\n\n'),
    renamed('Nu'),
    `/* eerste poging */\n${renamed('2').replace(/\{\n/, '{\n  // hier begint het\n')}`,
  ];
}
