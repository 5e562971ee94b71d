/** The start page of a package: a line that says what the learning environment knows, above the course in a frame. */
import type { StartFacts } from '../../scorm/shell-main.ts';
import { scriptHash } from '../response-headers.ts';

export const START_FILE = 'start.html';

/** @param script bundled `shell-main.ts` */
export function startPage(title: string, facts: StartFacts, script: string): string {
  // In a script of data only `<` could end it too early.
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<p role="status"></p>
<noscript><p>Zet JavaScript aan: zonder draait er geen enkele functie.</p></noscript>
<iframe title="Functielab" allow="clipboard-write; fullscreen"></iframe>
<script type="application/json" id="feiten">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The page talks to the learning environment by its objects alone, and shows the course: nothing else is needed. */
function policyOf(script: string): string {
  return [
    "default-src 'none'",
    `script-src ${scriptHash(script)}`,
    `style-src ${scriptHash(STYLE)}`,
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
p { margin: 0; padding: 0.35rem 1rem; color: light-dark(#34423d, #cfd8d3); background: light-dark(#eef1ee, #202925); }
p:empty { display: none; }
p[data-problem] { color: light-dark(#5c1a00, #ffd9c7); background: light-dark(#ffe9df, #4a2011); font-weight: 600; }
iframe { flex: 1; inline-size: 100%; min-block-size: 0; border: 0; }
`.trim();
