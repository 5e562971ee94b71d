/**
 * @param {TimerEvent} event
 * @param {Context} _context
 */
export default async function opruimen(event, _context) {
  console.log(`het is ${event.data.scheduledTime}, maar waar is de lijst?`);
}
