/**
 * The lab as a tool: `functielab`, for a folder of functions on one's own computer. `main.ts` is where its process begins, and
 * `command-line.ts` where a command does: begin reading there.
 *
 *     folder/own-folder.ts              a folder, read and made into a sample, or what is wrong with it
 *     run-folder.ts ──▶ folder-lab.ts   engine and Node host around it, with `stored-state.ts`
 *                  ├──▶ server/local-server.ts, desk.ts     HTTP for this computer alone
 *                  ╰──▶ lab/lab-pages.ts   the pages of the laboratory that are open (`src/tool-page/`)
 *     check-folder.ts, new-folder.ts, export-folder.ts, bill/bill-logs.ts     the other commands
 *     words.ts ◀── dutch.ts, english.ts
 *
 * The commands of the project itself import what they share with it (`bill/`), its page what both speak (`lab/protocol.ts`), and what
 * makes that page where it is served; nothing else imports this room. It is packed by
 * `npm run pack:tool`, into a package that needs no other.
 */
export { runTool } from './command-line.ts';
export type { Terminal } from './terminal.ts';
