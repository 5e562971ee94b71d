/** The start page of a package: a line that says what the learning environment knows, above the course in a frame. */
import type { ShellFacts } from './course-facts.ts';
import { hashOfScript } from './page-policy.ts';

export const START_FILE = 'start.html';

/** @param script bundled `shell-main.ts` */
export async function startPage(title: string, facts: ShellFacts, script: string): Promise<string> {
  // In a script of data only `<` could end it too early.
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<div id="balk">
<p role="status"></p>
<button type="button" id="lever-in" hidden>Lever in</button>
<button type="button" id="bestand" hidden>Bewaar als bestand</button>
<button type="button" id="ouder" hidden>Bewaar de oudere versie</button>
</div>
<noscript><p>Zet JavaScript aan: zonder draait er geen enkele functie.</p></noscript>
<iframe title="Functielab" allow="clipboard-write; fullscreen"></iframe>
<script type="application/json" id="feiten">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The page talks to the learning environment by its objects alone, and shows the course: nothing else is needed. */
async function policyOf(script: string): Promise<string> {
  return [
    "default-src 'none'",
    `script-src ${await hashOfScript(script)}`,
    `style-src ${await hashOfScript(STYLE)}`,
    "img-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const STYLE = `
:root { color-scheme: light dark; }
html, body { block-size: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 0.9rem/1.4 system-ui, sans-serif; }
p { margin: 0; flex: 1 1 20rem; }
noscript p, #balk { padding: 0.35rem 1rem; color: light-dark(#34423d, #cfd8d3); background: light-dark(#eef1ee, #202925); }
#balk { display: flex; flex-wrap: wrap; gap: 0.35rem 0.75rem; align-items: center; }
#balk:not(:has(button:not([hidden]), p:not(:empty))) { display: none; }
button { font: inherit; font-weight: 600; min-block-size: 2rem; padding: 0 0.85rem; border: 1px solid currentColor; border-radius: 0.3rem; color: inherit; background: none; cursor: pointer; }
button:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
button:focus-visible { outline: 3px solid light-dark(#0b6b4f, #7fd6b5); outline-offset: 2px; }
[hidden] { display: none; }
[data-problem] #balk { color: light-dark(#5c1a00, #ffd9c7); background: light-dark(#ffe9df, #4a2011); }
[data-problem] p { font-weight: 600; }
iframe { flex: 1; inline-size: 100%; min-block-size: 0; border: 0; }
`.trim();
