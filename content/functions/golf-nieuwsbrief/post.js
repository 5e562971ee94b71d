import { verstuur } from './mail.js';

/** @param {QueueEvent<{ adressen: string[] }>} event */
export default async function post(event) {
  for (const { body } of event.data.messages) {
    for (const adres of body.adressen) await verstuur([adres]);
  }
}
