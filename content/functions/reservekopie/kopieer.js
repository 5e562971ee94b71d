const HOOGSTENS = 3;

/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function kopieer(event, context) {
  const notitie = await context.kv.get('notitie');
  const { scheduledTime } = event.data;
  await context.bucket.put(`kopie/${scheduledTime}.txt`, notitie ?? '(nog leeg)');
  console.log(`kopie gemaakt voor ${scheduledTime}`);

  const kopieen = await context.bucket.list('kopie/');
  for (const { key } of kopieen.slice(0, -HOOGSTENS)) {
    await context.bucket.delete(key);
    console.log(`weggegooid: ${key}`);
  }
}
