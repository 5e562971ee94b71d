/** The web app manifest: with it a tablet or a Chromebook can install the course, which works offline anyway. */
import { sitePath } from '../../course/paths.ts';

export function GET(): Response {
  const icon = (name: string, sizes: string, purpose: string) => ({
    src: sitePath(`icons/${name}.png`),
    sizes,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: sitePath(''),
    start_url: sitePath(''),
    scope: sitePath(''),
    name: 'Functielab',
    short_name: 'Functielab',
    description: 'Serverless functions leren door ze uit te voeren, met de rekening ernaast.',
    lang: 'nl',
    dir: 'ltr',
    display: 'standalone',
    // Of the header, which stands against the bar of the window, and of the page behind it.
    theme_color: '#ffffff',
    background_color: '#eef2f0',
    categories: ['education'],
    icons: [
      icon('icon-192', '192x192', 'any'),
      icon('icon-512', '512x512', 'any'),
      icon('maskable-512', '512x512', 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
}
