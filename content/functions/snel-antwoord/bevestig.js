/**
 * @param {QueueEvent<{ mail: string }>} event
 * @param {Context} context
 */
export default async function bevestig(event, context) {
  console.log(`${event.data.messages.length} berichten, en nog geen werk`, context.functionName);
}
