/** Prints a run of each sample as JSON: a process of its own, in which no bundler holds up what is measured. */
import process from 'node:process';
import { recordAll } from './record-all.ts';

process.stdout.write(JSON.stringify(await recordAll()));
