/** The recipe for Caddy (2.4 and newer). Everything stands in one `route`, where Caddy keeps the written order. */
import {
  CONTENT_TYPES,
  type HeaderUse,
  type HostedSite,
  HSTS,
  headerUses,
  isEverywhere,
  isText,
  KEPT_OTHERWISE,
  KEPT_WHEN_MISSING,
  keptFor,
} from './hosting-site.ts';

export function caddyRecipe({ root, base, name, port, rules }: HostedSite): string {
  const uses = headerUses(rules);
  const isRepeated = ({ name }: HeaderUse) => uses.filter((use) => use.name === name).length > 1;
  const headers = uses.map((use, at) => {
    // A second value goes beside the first.
    const line = `${isRepeated(use) ? '+' : ''}${use.name} ${quoted(use.value)}`;
    return isEverywhere(use) ? `		header ${line}` : matched(`h${at + 1}`, use.patterns, line);
  });
  // Over plain http a browser ignores it; whatever does https in front sets its own.
  const secure =
    port === null
      ? [
          '		# Over https vraagt een browser de site hierna een jaar lang alleen nog met https.',
          '		@https protocol https',
          `		header @https Strict-Transport-Security "${HSTS}"`,
        ]
      : [];
  const kept = keptFor(rules).map(({ value, patterns }, at) =>
    matched(`c${at + 1}`, patterns, `Cache-Control ${quoted(value)}`),
  );
  const types = CONTENT_TYPES.map(([type, extensions], at) =>
    matched(
      `t${at + 1}`,
      extensions.map((extension) => `\\.${extension}$`),
      `Content-Type ${quoted(type.startsWith('text/') ? `${type}; charset=utf-8` : type)}`,
    ),
  );

  return `# Caddy-instellingen voor Functielab, gemaakt met: npm run -s hosting caddy
# Maak dit bestand opnieuw na elke bouw: het beveiligingsbeleid (Content-Security-Policy) verandert als de site
# verandert.
#
# Noem het Caddyfile, en draai daarna: caddy reload

${address(name, port)} {
	root * ${quoted(root)}
	encode zstd gzip

	route {
		# Welke header bij welk adres hoort, zoals dist/_headers het zegt.
${[...headers, ...secure].join('\n')}

		# Hoelang een bestand bewaard mag worden.
		header Cache-Control "${KEPT_OTHERWISE}"
${kept.join('\n')}

		# Soorten bestanden: Caddy kent ze niet op elke computer.
${types.join('\n')}

${files(base)}
	}

	# Een onbekend adres. Een bestand dat er niet is, kan er na de volgende bouw wel zijn.
	handle_errors {
		@missing expression {http.error.status_code} == 404
		handle @missing {
			header Cache-Control "${KEPT_WHEN_MISSING}"
			header Content-Type "text/html; charset=utf-8"
			rewrite * /404.html
			file_server
		}
	}
}
`;
}

function address(name: string, port: number | null): string {
  return port === null
    ? `# Caddy regelt zelf https. Zonder https werken WebContainer en lezen zonder netwerk niet.\n${name}`
    : `# Gewone http: om te proberen, of achter een server die https regelt.\nhttp://${name}:${port}`;
}

/** Of the text in a build, which gains from packing. */
const PACKED_NAMES = CONTENT_TYPES.flatMap(([type, extensions]) => (isText(type) ? extensions : []))
  .map((extension) => `-name '*.${extension}'`)
  .join(' -o ');

function files(base: string): string {
  const server = `# Een pagina is een map met een index.html. Het adres ervan eindigt op een schuine streep.
${withSlash('page', ['path_regexp `^/(?:[^/].*)?[^/]$`', 'file {path}/index.html'])}
file_server {
	# Dit bestand is voor de server, niet voor lezers.
	hide _headers
	# Brotli pakt kleiner in dan gzip, en Caddy kan het alleen vooraf. Draai na elke bouw in de map met de site
	# (een oude .br laat lezers een oude pagina zien), en zet dan de regel eronder aan:
	# find . -type f ( ${PACKED_NAMES} ) -exec brotli --best --keep --force {} +
	# precompressed br
}`;
  if (base === '/') return indented(server, 2);
  return indented(
    `# De site staat in de map ${base}, en \`root\` hierboven is die map.
${withSlash('folder', [`path ${base.slice(0, -1)}`])}
handle_path ${base}* {
${indented(server, 1)}
}
error 404`,
    2,
  );
}

/** Sends a reader on to the same address with its slash. Caddy 2.6 by itself drops what is asked behind a `?`. */
function withSlash(name: string, conditions: readonly string[]): string {
  const to = '{http.request.orig_uri.path}/';
  const query = '{http.request.uri.query}';
  return `@${name}_query {
${indented([...conditions, `expression ${query} != ""`].join('\n'), 1)}
}
redir @${name}_query ${to}?${query} 308
@${name} {
${indented(conditions.join('\n'), 1)}
}
redir @${name} ${to} 308`;
}

function matched(name: string, patterns: readonly string[], header: string): string {
  return `		@${name} path_regexp ${quoted(patterns.join('|'))}\n		header @${name} ${header}`;
}

function indented(text: string, tabs: number): string {
  return text.replace(/^/gm, '\t'.repeat(tabs));
}

/** @throws Error on a character that Caddy would read as its own: it takes the text between backquotes as it is */
function quoted(text: string): string {
  if (/[`{}\n]/.test(text)) throw new Error(`Caddy zou deze tekst anders lezen: ${text}`);
  return `\`${text}\``;
}
