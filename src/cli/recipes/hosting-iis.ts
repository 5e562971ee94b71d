/**
 * The recipe for IIS (10 and newer): a `web.config` in the folder with the site. IIS sends the headers of a folder to all that
 * is in it, so a rule is for the whole site, for one folder or for one file. How long a file may be kept is said where IIS
 * serves files and not among the headers: a header would go with a 404 as well, and a browser would keep that for a year.
 *
 * Source: learn.microsoft.com/iis/configuration/system.webserver/staticcontent/clientcache, read 2026-11. What it says was
 * not tried in a real IIS; `test/cli/hosting.test.ts` holds that each header, type and folder of a build stands in it.
 */
import type { HeaderRule } from '../../build/headers-file.ts';
import {
  CONTENT_TYPES,
  type HostedSite,
  HSTS,
  headerUses,
  isEverywhere,
  isText,
  KEPT_OTHERWISE,
} from './hosting-site.ts';

export function iisRecipe({ base, port, rules }: HostedSite): string {
  const everywhere = headerUses(rules).filter(isEverywhere);
  const types = CONTENT_TYPES.flatMap(([type, extensions]) =>
    extensions.map((extension) => {
      const sent = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
      return `      <remove fileExtension=".${extension}" />\n      <mimeMap fileExtension=".${extension}" mimeType="${sent}" />`;
    }),
  );
  const packed = CONTENT_TYPES.map(([type]) => type).filter(isText);
  return `<?xml version="1.0" encoding="utf-8"?>
<!--
  IIS-instellingen voor Functielab, gemaakt met: npm run -s hosting iis
  Maak dit bestand opnieuw na elke bouw: het beveiligingsbeleid (Content-Security-Policy) verandert als de site verandert.

  Zet het als web.config in de map met de site. Zonder https werken WebContainer en lezen zonder netwerk niet.
-->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <staticContent>
      ${cacheOf(KEPT_OTHERWISE)}
${types.join('\n')}
    </staticContent>
    <httpCompression>
      <staticTypes>
${packed.map((type) => `        <remove mimeType="${type}" />\n        <add mimeType="${type}" enabled="true" />`).join('\n')}
      </staticTypes>
    </httpCompression>
    <urlCompression doStaticCompression="true" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${everywhere.map(({ name, value }) => `        <add name="${name}" value="${escaped(value)}" />`).join('\n')}
      </customHeaders>
    </httpProtocol>
    <security>
      <!-- De versie van IIS blijft weg, en _headers is voor de server en niet voor lezers. -->
      <requestFiltering removeServerHeader="true">
        <hiddenSegments>
          <add segment="_headers" />
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
${rules
  .filter(({ path }) => path !== `${base}*`)
  .map((rule) => location(rule, base))
  .join('\n')}
</configuration>
${port === null ? SECURE : ''}`;
}

/** IIS knows the certificate at the site, so that is where it is set. */
const SECURE = `<!--
  Over https: zet in IIS-beheer bij de site HSTS aan, met Max-Age ${HSTS.replace('max-age=', '')}. Een browser vraagt de site dan een jaar lang alleen nog met https.
-->
`;

/** @throws Error on a rule that is for no folder and no file: IIS knows no other */
function location({ path, headers }: HeaderRule, base: string): string {
  const where = path.startsWith(base) ? path.slice(base.length).replace(/\/\*$/, '') : '';
  if (where === '' || /[*:]/.test(where)) throw new Error(`IIS kan deze regel niet volgen: ${path}`);
  const kept = headers.filter(([name]) => name.toLowerCase() === 'cache-control');
  const others = headers.filter(([name]) => name.toLowerCase() !== 'cache-control');
  const lines = [
    ...kept.map(([, value]) => `      <staticContent>\n        ${cacheOf(value)}\n      </staticContent>`),
    ...(others.length === 0
      ? []
      : [
          `      <httpProtocol>\n        <customHeaders>\n${others
            .map(([name, value]) => `          <add name="${name}" value="${escaped(value)}" />`)
            .join('\n')}\n        </customHeaders>\n      </httpProtocol>`,
        ]),
  ];
  return `  <location path="${escaped(where)}">\n    <system.webServer>\n${lines.join('\n')}\n    </system.webServer>\n  </location>`;
}

/** @throws Error on a value that has no way to be said to IIS */
function cacheOf(value: string): string {
  if (value === 'no-cache') return '<clientCache cacheControlMode="DisableCache" />';
  const age = /^(?<more>.*?),?\s*max-age=(?<seconds>\d+)(?<last>.*)$/.exec(value)?.groups;
  if (age === undefined) throw new Error(`IIS kan dit niet zeggen: Cache-Control: ${value}`);
  const more = [age.more, age.last?.replace(/^,\s*/, '')].filter((part) => part !== '').join(', ');
  const days = Math.floor(Number(age.seconds) / SECONDS_PER_DAY);
  return `<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${days}.00:00:00" cacheControlCustom="${escaped(more)}" />`;
}

const SECONDS_PER_DAY = 86_400;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
