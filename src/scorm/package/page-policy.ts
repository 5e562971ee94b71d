/** No host sends headers with a package, so each page carries the policy that it can carry itself. */
import { CHARSET, isScriptType } from './relative-page.ts';
import { PAGE_SCRIPTS } from './site-list.ts';

const SCRIPT = /<script\b([^<>]*)>([\s\S]*?)<\/script>/gi;

/** @param policy of the site list @returns the page with its policy as the first thing that it says */
export async function withPolicy(page: string, policy: string): Promise<string> {
  const scripts = [...page.matchAll(SCRIPT)].flatMap(([, attributes = '', text = '']) =>
    isScriptType(attributes) && !/\bsrc=/.test(attributes) ? [text] : [],
  );
  const hashes = await Promise.all([...new Set(scripts)].map(hashOfScript));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replace(PAGE_SCRIPTS, hashes.sort().join(' '))}"/>`;
  return page.replace(CHARSET, (charset) => charset + meta);
}

/** @returns the source expression for a policy; `script` exactly as it stands between the tags */
export async function hashOfScript(script: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
