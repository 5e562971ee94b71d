/** Messages of every kind: some are handled at once, some after a while, some never. */
const MESSAGES = [
  { naam: 'gewoon', faalt: 0 },
  { naam: 'tekens', faalt: 0, tekst: 'é 😀 \u0000 \uFFFF \u2028 "\\' },
  { naam: 'eerst-niet', faalt: 1 },
  { naam: 'pas-de-derde-keer', faalt: 2 },
  { naam: 'nooit', faalt: 3 },
  { naam: 'gooit', faalt: 0, gooit: 1 },
];

/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function zend(_request, { queue }) {
  for (const message of MESSAGES) await queue.send(message);
  await queue.send({ naam: 'later', faalt: 0 }, { delaySeconds: 1 });
  const wrong = await queue.send({}, { delaySeconds: 901 }).then(String, ({ code }) => code);
  const tooLarge = await queue.send('x'.repeat(263_000)).then(String, ({ code }) => code);
  return Response.json([wrong, tooLarge], { status: 202 });
}
