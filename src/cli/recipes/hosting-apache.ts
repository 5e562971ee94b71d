/**
 * The recipe for Apache (2.4). It answers an unknown address by a request of its own for the page that says so, and that
 * request has another path. So which headers a path gets is noted in variables at the first one, under a name that the
 * second one finds with `REDIRECT_` in front.
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

export function apacheRecipe({ root, base, name, port, rules }: HostedSite): string {
  const uses = headerUses(rules).map((use, at) => ({ ...use, variable: `FUNCTIELAB_${at + 1}` }));
  const repeated = uses.filter((use, at) => uses.findIndex((other) => other.name === use.name) !== at);
  const headers = uses.map((use) =>
    header(
      repeated.includes(use) ? 'add' : 'set',
      use.name,
      use.value,
      isEverywhere(use) ? null : use.variable,
    ),
  );
  const kept = keptFor(rules).map((use, at) => ({ ...use, variable: `FUNCTIELAB_BEWAAR_${at + 1}` }));
  const noted = [...uses.filter((use) => !isEverywhere(use)), ...kept].flatMap(({ patterns, variable }) =>
    patterns.map(
      (pattern) =>
        `    RewriteCond %{ENV:REDIRECT_STATUS} ^$\n    RewriteRule ${quoted(pattern)} - [E=${variable}:1]`,
    ),
  );
  const types = CONTENT_TYPES.map(([type, extensions]) => `    AddType ${type} ${dotted(extensions)}`);
  const texts = CONTENT_TYPES.filter(([type]) => type.startsWith('text/'));
  const packed = CONTENT_TYPES.map(([type]) => type).filter(isText);

  return `# Apache-instellingen voor Functielab, gemaakt met: npm run -s hosting apache
# Maak dit bestand opnieuw na elke bouw: het beveiligingsbeleid (Content-Security-Policy) verandert als de site
# verandert.
#
# Zet het bijvoorbeeld in /etc/apache2/sites-available/functielab.conf, en draai daarna:
# a2enmod headers rewrite brotli && a2ensite functielab && apachectl configtest && systemctl reload apache2

# Zonder deze regel staat de versie van Apache in elk antwoord.
ServerTokens Prod
${listening(name, port)}
    ServerName ${name}
    ServerSignature Off
    DocumentRoot ${quoted(root)}
    <Directory ${quoted(root)}>
        Require all granted
        AllowOverride None
        Options None
    </Directory>

    # Soorten bestanden: Apache kent ze niet op elke computer.
${types.join('\n')}
    AddCharset utf-8 ${texts.map(([, extensions]) => dotted(extensions)).join(' ')}
    <IfModule mod_brotli.c>
        AddOutputFilterByType BROTLI_COMPRESS ${packed.join(' ')}
        # Met een ETag die per verpakking verschilt, herkent Apache zijn eigen antwoord niet: dan gaat elke pagina steeds
        # opnieuw over de lijn. Zonder ETag kijkt het naar de dag van het bestand.
        BrotliAlterETag Remove
    </IfModule>
    <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE ${packed.join(' ')}
        DeflateAlterETag Remove
    </IfModule>

    # Welke header bij welk adres hoort, zoals dist/_headers het zegt.
    RewriteEngine on
${noted.join('\n')}
${headers.join('\n')}
${port === null ? SECURE : ''}
    # Hoelang een bestand bewaard mag worden. Een bestand dat er niet is, kan er na de volgende bouw wel zijn.
    Header always set Cache-Control "${KEPT_OTHERWISE}"
${kept.map(({ value, variable }) => header('set', 'Cache-Control', value, variable)).join('\n')}
    Header always set Cache-Control "${KEPT_WHEN_MISSING}" "expr=%{REQUEST_STATUS} == 404"

    # Een pagina is een map met een index.html. Het adres ervan eindigt op een schuine streep.
    DirectorySlash Off
    DirectoryIndex disabled
    AllowEncodedSlashes NoDecode
${files(base, root)}

    ErrorDocument 404 ${base}404.html
</VirtualHost>
`;
}

const SECURE = `    # Over https vraagt een browser de site hierna een jaar lang alleen nog met https.
    Header always set Strict-Transport-Security "${HSTS}" "expr=%{HTTPS} == 'on'"
`;

function listening(name: string, port: number | null): string {
  if (port !== null)
    return `
# Gewone http: om te proberen, of achter een server die https regelt.
Listen ${port}
<VirtualHost *:${port}>
    # Regelt een andere server https, zet dan deze twee in de plaats van ServerName hieronder:
    # ServerName https://${name}
    # UseCanonicalName On`;
  return `
# Zonder https werken WebContainer en lezen zonder netwerk niet. Met certbot (certbot --apache) komt https hier vanzelf bij.
# Heb je zelf een certificaat, maak dan *:443 van *:80 en zet deze regels aan (en: a2enmod ssl).
<VirtualHost *:80>
    # SSLEngine on
    # SSLCertificateFile /pad/naar/fullchain.pem
    # SSLCertificateKeyFile /pad/naar/privkey.pem
`;
}

/** In the order in which Apache tries them. */
function files(base: string, root: string): string {
  const under = escaped(base);
  const folder = base.slice(0, -1);
  const inFolder =
    base === '/'
      ? ''
      : `    # De site staat in de map ${base}, en DocumentRoot hierboven is die map.
    RewriteRule ${quoted(`^${escaped(folder)}$`)} ${quoted(base)} [R=308,L]
    RewriteRule ${quoted(`!^${under}`)} - [R=404,L]
`;
  return `${inFolder}    # Dit bestand is voor de server, niet voor lezers.
    RewriteRule ${quoted(`^${under}_headers$`)} - [R=404,L]
    RewriteRule ${quoted(`^${under}(.*/)?$`)} ${quoted(`${root}/$1index.html`)} [L]
    RewriteCond ${quoted(`${root}/$1/index.html`)} -f
    RewriteRule ${quoted(`^${under}(.*)$`)} ${quoted(`${base}$1/`)} [R=308,L]
    RewriteCond ${quoted(`${root}/$1`)} -d
    RewriteRule ${quoted(`^${under}(.*)$`)} - [R=404,L]
    RewriteRule ${quoted(`^${under}(.*)$`)} ${quoted(`${root}/$1`)} [L]`;
}

function header(action: 'add' | 'set', name: string, value: string, variable: string | null): string {
  const condition =
    variable === null ? '' : ` "expr=-n reqenv('${variable}') || -n reqenv('REDIRECT_${variable}')"`;
  return `    Header always ${action} ${name} ${quoted(value.replaceAll('%', '%%'))}${condition}`;
}

function dotted(extensions: readonly string[]): string {
  return extensions.map((extension) => `.${extension}`).join(' ');
}

function escaped(text: string): string {
  return text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}

/** @throws Error on what Apache would read as a variable of its own */
function quoted(text: string): string {
  if (/[$%]\{/.test(text)) throw new Error(`Apache zou in deze tekst een variabele lezen: ${text}`);
  return `"${text.replace(/\\(?=["\\]|$)/g, '\\\\').replaceAll('"', '\\"')}"`;
}
