/**
 * What a request and an answer can be: bytes, streams, headers, cookies, redirects and failures, each on a path of its own.
 *
 * @param {Request} request
 * @param {Context} context
 */
export default async function http(request, { params }) {
  const { pathname, searchParams } = new URL(request.url);
  switch (pathname) {
    case '/tekst':
      return new Response('één € 😀');
    case '/leeg':
      return new Response(null, { status: 204 });
    case '/bytes':
      return new Response(
        Uint8Array.from({ length: 256 }, (_, at) => at),
        { headers: { 'content-type': 'image/png' } },
      );
    case '/koek':
      return new Response('ok', { headers: { 'set-cookie': 'a=1; Path=/; HttpOnly' } });
    case '/koppen': {
      const headers = { 'x-een': 'a, b', 'cache-control': 'no-store', 'content-language': 'nl' };
      return new Response('ok', { status: 202, headers });
    }
    case '/weg':
      return new Response(null, { status: 303, headers: { location: '/tekst' } });
    case '/stroom': {
      const parts = ['een ', 'twee'].map((part) => new TextEncoder().encode(part));
      const body = new ReadableStream({
        start(to) {
          for (const part of parts) to.enqueue(part);
          to.close();
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/plain' } });
    }
    case '/lang':
      return new Response('x'.repeat(1_000_000));
    case '/stuk':
      throw new Error('geheim');
    case '/niets':
      return null;
    case '/zoek':
      return Response.json([...searchParams]);
    case '/echo': {
      const { method, headers } = request;
      return Response.json([
        method,
        headers.get('content-type'),
        headers.get('x-eigen'),
        await request.text(),
      ]);
    }
    default:
      return Response.json([pathname, params], { status: 404 });
  }
}
