/**
 * Files from outside: a folder that somebody chose, files that were dropped, a zip. None of them is run here, and none is
 * believed: what comes out is counted, and a path is only a name.
 *
 *     a zip ──from-zip.ts──▶ Incoming[] ──take-in.ts──▶ SourceFile[] ──recognise.ts──▶ with a functielab.json, and what to do
 *
 * The workplace and the tool import it. Begin at `take-in.ts`.
 */
export { incomingOfZip, zipTooLarge } from './from-zip.ts';
export type { HandlerKind } from './handlers.ts';
export { type Recognised, recognise, type ScriptFacts, scriptsIn } from './recognise.ts';
export { type Incoming, isRefused, type TakenIn, takeIn } from './take-in.ts';
