/** What the till bar's dialogs hold: fetched when one of them is opened. */
export { ServerFacts } from './ServerFacts.tsx';
export { VisitReceipt } from './VisitReceipt.tsx';
