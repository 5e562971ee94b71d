/** `LEESMIJ.md` of a release: how somebody who knows a web server, and not this project, puts it there. */

export interface ReadMe {
  readonly version: string;
  readonly commit: string | null;
  /** Of the folder in the zip. */
  readonly name: string;
  /** Path on the host for which the site was built; it begins and ends with a slash. */
  readonly base: string;
}

/** The three lines for a bare nginx: `test/built-site/release.test.ts` runs them as they stand here. */
export function nginxLines(name: string): readonly [string, string, string] {
  return [
    `unzip -oq ${name}.zip -d /var/www`,
    `cp /var/www/${name}/nginx.conf /etc/nginx/sites-enabled/default`,
    'nginx -s reload',
  ];
}

export function readMe({ version, commit, name, base }: ReadMe): string {
  const address = base === '/' ? 'het adres van je server' : `de map \`${base}\` van je server`;
  return `# Functielab ${version}

Een cursus in het Nederlands over serverless functions, om op een eigen server te zetten. Er hoort geen database bij en geen
programma dat blijft draaien: het zijn gewone bestanden, voor ${address}. Wat lezers doen, blijft op hun eigen toestel.
${commit === null ? '' : `\nGemaakt van commit \`${commit}\`.\n`}
## Klopt het bestand?

Bij deze zip hoort \`SHA256SUMS\`. Zet die ernaast, en controleer ze samen:

\`\`\`sh
sha256sum --check --ignore-missing SHA256SUMS
\`\`\`

## Op nginx

Dit is voor een nginx waarop nog niets staat, zoals Debian en Ubuntu die installeren. Doe het als root, in de map waar de zip staat.
Kent de server \`unzip\` niet, dan komt dat erbij met \`apt install unzip\`.

\`\`\`sh
${nginxLines(name).join('\n')}
\`\`\`

De cursus staat nu op poort 80. Of ook de headers aankomen, zie je zo: er verschijnt een lange regel.

\`\`\`sh
curl -sI http://localhost/ | grep -i content-security-policy
\`\`\`

Staat er al een site op, zet \`nginx.conf\` dan onder een andere naam in
\`/etc/nginx/conf.d/\`, en verander daarin \`server_name _\` in de naam die voor de cursus is. Staat de zip ergens anders dan in
\`/var/www\`, verander dan ook \`root\`. Met \`certbot --nginx\` komt https erbij.

## Op Apache

Zet in \`apache.conf\` eerst de naam van je site achter \`ServerName\`, nadat je de zip hebt uitgepakt.

\`\`\`sh
unzip -oq ${name}.zip -d /var/www
cp /var/www/${name}/apache.conf /etc/apache2/sites-available/functielab.conf
a2enmod headers rewrite brotli
a2ensite functielab
systemctl reload apache2
\`\`\`

## Met Caddy

Verander in \`Caddyfile\` eerst \`functielab.example\` in de naam van je site, nadat je de zip hebt uitgepakt. Caddy regelt https dan zelf.

\`\`\`sh
unzip -oq ${name}.zip -d /var/www
cp /var/www/${name}/Caddyfile /etc/caddy/Caddyfile
systemctl reload caddy
\`\`\`

## Op IIS

Zet de inhoud van \`site\` in de map van de website, en \`web.config\` erbij. We hebben dit niet in een echte IIS kunnen proberen: wat
erin staat, komt uit de beschrijving van Microsoft.

## In een container

In \`Containerfile\` staat hoe je van deze map een image maakt, en hoe je dat start. Een server met https zet je er zelf voor.

## Https

Zonder https werkt de cursus wel, maar niet zonder netwerk, en de keuze voor WebContainer staat uit.

## Een nieuwe versie

Doe hetzelfde met de nieuwe zip. Maak ook de instellingen opnieuw: het beveiligingsbeleid erin hoort bij deze bestanden. Houd
hetzelfde adres, want het werk van je lezers staat in hun browser, en die bewaart het bij dat adres. Wie de cursus open heeft
staan, krijgt de nieuwe versie bij een volgende pagina. De map van de vorige versie kan daarna weg.

## Hetzelfde bestand zelf maken

Wie de bron heeft, maakt met \`npm run release -- --opnamen opnamen.json\` deze zip opnieuw, tot op de laatste byte. In
\`opnamen.json\` staan de tijden van de voorbeelden op papier: die zijn gemeten, en dus elke keer anders.
`;
}
