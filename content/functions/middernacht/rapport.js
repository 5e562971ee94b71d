import { dagDieVoorbijIs } from './dag.js';

/**
 * De timer roept deze functie elk heel uur aan.
 *
 * @param {TimerEvent} event
 */
export default function rapport(event) {
  const dag = dagDieVoorbijIs(event.data.scheduledTime);
  console.log(dag === null ? 'nog geen middernacht' : `rapport van ${dag}`);
}
