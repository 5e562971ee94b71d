import { verstuur } from './mail.js';

/** @param {QueueEvent<{ adressen: string[] }>} event */
export default async function post(event) {
  for (const { body } of event.data.messages) await verstuur(body.adressen);
}
