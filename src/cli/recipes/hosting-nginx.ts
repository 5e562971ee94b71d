/**
 * The recipe for nginx. In nginx a `location` with an `add_header` of its own loses those around it, and `index`
 * and `error_page` to an address change the path under way. So all headers are set in one place, from the path
 * as the reader asked it, and an empty value sends none.
 */
import {
  CONTENT_TYPES,
  type HostedSite,
  HSTS,
  headerUses,
  isEverywhere,
  isText,
  KEPT_OTHERWISE,
  KEPT_WHEN_MISSING,
  keptFor,
} from './hosting-site.ts';

export function nginxRecipe({ root, base, name, port, rules }: HostedSite): string {
  const uses = headerUses(rules).map((use, at) => ({ ...use, variable: `$functielab_${at + 1}` }));
  const maps = uses
    .filter((use) => !isEverywhere(use))
    .map(
      ({ name, value, patterns, variable }) => `# ${name}
map $functielab_path ${variable} {
    default "";
${patterns.map((pattern) => `    ${quoted(`~${pattern}`)} ${quoted(value)};`).join('\n')}
}
`,
    );
  const headers = uses.map(
    (use) => `    add_header ${use.name} ${isEverywhere(use) ? quoted(use.value) : use.variable} always;`,
  );
  const kept = keptFor(rules).flatMap(({ value, patterns }) =>
    patterns.map((pattern) => `    ${quoted(`~^[0-9]+${pattern.slice(1)}`)} ${quoted(value)};`),
  );
  const types = CONTENT_TYPES.map(([type, extensions]) => `        ${type} ${extensions.join(' ')};`);
  const packed = CONTENT_TYPES.map(([type]) => type).filter((type) => isText(type) && type !== 'text/html');

  return `# nginx-instellingen voor Functielab, gemaakt met: npm run -s hosting nginx
# Maak dit bestand opnieuw na elke bouw: het beveiligingsbeleid (Content-Security-Policy) verandert als de site
# verandert.
#
# Zet het bijvoorbeeld in /etc/nginx/conf.d/functielab.conf, en draai daarna: nginx -t && nginx -s reload

# Welke header bij welk adres hoort, zoals dist/_headers het zegt. Een lege waarde stuurt geen header.
${maps.join('')}
# Hoelang een bestand bewaard mag worden. Een bestand dat er niet is, kan er na de volgende bouw wel zijn.
map $status$functielab_path $functielab_cache {
    default "${KEPT_OTHERWISE}";
    "~^404" "${KEPT_WHEN_MISSING}";
${kept.join('\n')}
}

${port === null ? SECURE : ''}# Het gevraagde adres, met een schuine streep erachter.
map $request_uri $functielab_with_slash {
    "~^/*([^?]*)(\\?.*)?$" "/$1/$2";
}

server {
${listening(port)}
    server_name ${name};
    root ${quoted(root)};

    # Zonder deze regel staat de versie van nginx in elk antwoord.
    server_tokens off;

    charset utf-8;
    charset_types text/css text/javascript text/plain text/xml;
    absolute_redirect off;
    gzip on;
    gzip_vary on;
    gzip_types ${packed.join(' ')};
    # Brotli pakt een zesde kleiner in. Zet deze twee regels aan als nginx de module heeft (in Debian en Ubuntu:
    # apt install libnginx-mod-http-brotli-filter):
    # brotli on;
    # brotli_types ${packed.join(' ')};
    default_type application/octet-stream;
    types {
${types.join('\n')}
    }

    # Het adres zoals de lezer het vroeg: hieronder verandert $uri in de naam van een bestand.
    set $functielab_path $uri;
${subfolder(base)}
${headers.join('\n')}
    add_header Cache-Control $functielab_cache always;
${port === null ? '    add_header Strict-Transport-Security $functielab_https always;\n' : ''}
    # Een pagina is een map met een index.html. Het adres ervan eindigt op een schuine streep.
    location / {
        try_files "\${uri}index.html" =404;
    }
    location ~ [^/]$ {
        if (-f "$document_root$uri/index.html") {
            return 308 $functielab_with_slash;
        }
        try_files $uri =404;
    }
    # Dit bestand is voor de server, niet voor lezers.
    location = /_headers {
        return 404;
    }

    error_page 404 @functielab_404;
    location @functielab_404 {
        try_files /404.html =404;
    }
}
`;
}

/** Over plain http no browser listens to it, and whatever does https in front of a port of plain http sets its own. */
const SECURE = `# Over https vraagt een browser de site hierna een jaar lang alleen nog met https.
map $https $functielab_https {
    default "";
    on "${HSTS}";
}

`;

function listening(port: number | null): string {
  if (port !== null)
    return `    # Gewone http: om te proberen, of achter een server die https regelt.\n    listen ${port};`;
  return `    # Zonder https werken WebContainer en lezen zonder netwerk niet. Met certbot (certbot --nginx) komt https hier
    # vanzelf bij. Heb je zelf een certificaat, zet dan deze regels aan in plaats van poort 80:
    # listen 443 ssl;
    # ssl_certificate /pad/naar/fullchain.pem;
    # ssl_certificate_key /pad/naar/privkey.pem;
    listen 80;
    # Zet deze regel aan als je server een IPv6-adres heeft:
    # listen [::]:80;`;
}

function subfolder(base: string): string {
  if (base === '/') return '';
  const folder = base.slice(0, -1);
  return `
    # De site staat in de map ${base}, en ${'`root`'} hierboven is die map.
    if ($uri = ${quoted(folder)}) {
        return 308 $functielab_with_slash;
    }
    if ($uri !~ ${quoted(`^${escaped(base)}`)}) {
        return 404;
    }
    rewrite ${quoted(`^${escaped(folder)}(/.*)$`)} $1 break;
`;
}

function escaped(text: string): string {
  return text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}

/** @throws Error on a `$` that would start a variable: nginx cannot escape one */
function quoted(text: string): string {
  if (/\$[\w{]/.test(text)) throw new Error(`nginx zou in deze tekst een variabele lezen: ${text}`);
  return `"${text.replace(/\\(?=["'\\trn]|$)/g, '\\\\').replaceAll('"', '\\"')}"`;
}
