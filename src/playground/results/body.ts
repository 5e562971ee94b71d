/** What an answer's body is shown as. Nothing of it is ever run or rendered as a page: HTML is shown as text. */
import type { HttpResponseData } from '../../contract/data.ts';

export type BodyView =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly note?: string }
  | { readonly kind: 'image'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'binary'; readonly text: string; readonly bytes: number };

/** More text than this makes a page slow to scroll; the note says what was cut. */
const SHOWN_CHARACTERS = 20_000;
const SHOWN_BYTES = 256;

export function headerOf(response: HttpResponseData, name: string): string | undefined {
  return response.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Rows of 16 bytes: `0000  48 65 6c …`. */
function hex(bytes: Uint8Array): string {
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, SHOWN_BYTES); at += 16) {
    const row = [...bytes.subarray(at, Math.min(at + 16, SHOWN_BYTES))].map((byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    rows.push(`${at.toString(16).padStart(4, '0')}  ${row.join(' ')}`);
  }
  return rows.join('\n');
}

function cut(text: string, note?: string): BodyView {
  const shown = text.slice(0, SHOWN_CHARACTERS);
  if (shown.length === text.length) return note ? { kind: 'text', text, note } : { kind: 'text', text };
  const left = (text.length - shown.length).toLocaleString('nl');
  return { kind: 'text', text: shown, note: `Nog ${left} tekens meer. Hier staat alleen het begin.` };
}

export function viewBody(response: HttpResponseData): BodyView {
  const { body } = response;
  if (body.length === 0) return { kind: 'empty' };
  const type = (headerOf(response, 'content-type') ?? '').toLowerCase();
  if (/^image\/(png|jpeg|gif|webp|avif|svg\+xml)/.test(type)) {
    return { kind: 'image', type: type.split(';')[0] ?? type, bytes: body };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return { kind: 'binary', text: hex(body), bytes: body.length };
  }
  if (/[/+]json\b/.test(type)) {
    try {
      return cut(JSON.stringify(JSON.parse(text), null, 2));
    } catch {
      return cut(text, 'Volgens de header is dit JSON, maar de tekst is het niet.');
    }
  }
  if (type.startsWith('text/html'))
    return cut(text, 'HTML wordt hier als tekst getoond en nooit uitgevoerd.');
  return cut(text);
}
