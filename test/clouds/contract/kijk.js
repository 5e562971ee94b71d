/**
 * Writes down what it hears of a file, and fails twice for one that comes from outside.
 *
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function kijk({ source, type, subject, data }, { kv, bucket, attempt }) {
  const object = await bucket.get(data.key);
  await kv.put(`gezien/${data.key}/${attempt}`, {
    source,
    type,
    subject,
    data,
    inhoud: object?.text() ?? null,
  });
  if (attempt < 3 && data.key.startsWith('in/klein')) throw new Error('nog niet');
}
