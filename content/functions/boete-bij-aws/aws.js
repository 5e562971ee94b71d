import boete from './boete.js';

/**
 * De lijm: van wat AWS Lambda aan een functie geeft naar een Request, en van een Response naar wat AWS terug wil.
 *
 * @param {{ rawPath: string, rawQueryString: string, requestContext: { http: { method: string } } }} event
 * @param {{ env: { CENT_PER_DAG?: string } }} context
 */
export async function viaAws(event, context) {
  const url = `https://aws.example${event.rawPath}`;
  const request = new Request(url, { method: event.requestContext.http.method });
  const antwoord = await boete(request, context);
  return {
    statusCode: antwoord.status,
    headers: Object.fromEntries(antwoord.headers),
    body: await antwoord.text(),
  };
}
