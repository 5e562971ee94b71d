/**
 * Writes down that it went off, and fails the first time.
 *
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function tik({ source, type, data }, { kv, attempt }) {
  await kv.put(`tik/${attempt}`, { source, type, data });
  if (attempt < 2) throw new Error('nog niet');
}
