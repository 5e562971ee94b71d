/**
 * Writes down each delivery, and fails as often as the message asks: by name, or by throwing, which it does for one that came
 * alone.
 *
 * @param {QueueEvent<{ naam: string, faalt: number, gooit?: number, tekst?: string }>} event
 * @param {Context} context
 */
export default async function lees({ source, type, data }, { kv }) {
  const failed = [];
  for (const { id, body, attempt } of data.messages) {
    await kv.put(`levering/${body.naam}/${attempt}`, { source, type, body });
    if (attempt <= body.faalt) failed.push(id);
    if (attempt <= (body.gooit ?? 0)) throw new Error(`${body.naam} gaat mis`);
  }
  return { failed };
}
