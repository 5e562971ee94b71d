/** The one reader of the engine's entries: each is read once, into the log and into the tracks, and kept as it is. */
import type { Entry } from '../../engine/index.ts';
import { record } from '../recording/recording.ts';
import type { Ledger } from './ledger.ts';
import { addToLog } from './log-rows.ts';
import { addToTracks } from './tracks.ts';

export function readEntry({ tracks, log, recording }: Ledger, entry: Entry): void {
  addToLog(log, entry, tracks);
  addToTracks(tracks, entry);
  record(recording, entry);
}
