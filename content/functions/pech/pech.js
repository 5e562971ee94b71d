let aanroepen = 0;

/** @param {Request} request */
export default async function pech(request) {
  const { pathname } = new URL(request.url);
  aanroepen += 1;
  console.log(`${pathname}: aanroep ${aanroepen} van deze instantie`);

  if (pathname === '/fout') throw new Error('Deze bestelling bestaat niet.');
  if (pathname === '/te-laat') await new Promise(() => {});
  if (pathname === '/crash') close();
  return new Response('Alles ging goed.');
}
