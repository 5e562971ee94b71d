/**
 * The manifest of a package: what it is called, where it starts, and every file in it. SCORM 1.2 (Content Aggregation
 * Model, 2001) and SCORM 2004 3rd edition, which more environments know than the 4th.
 */

export const SCORM_VERSIONS = ['1.2', '2004'] as const;
export type ScormVersion = (typeof SCORM_VERSIONS)[number];

export interface PackageFacts {
  /** Unique among packages: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** Path of the start page in the package. */
  readonly start: string;
  /** All files, the start page included. */
  readonly files: readonly string[];
  /** Whole percents of the score; null when the package knows no pass mark. */
  readonly passMark: number | null;
}

const XMLNS = {
  '1.2': [
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
    'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
  ],
  '2004': [
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
    'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
    'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
  ],
} as const;

export function manifestOf(
  version: ScormVersion,
  { id, title, start, files, passMark }: PackageFacts,
): string {
  const is2004 = version === '2004';
  const schemaVersion = is2004 ? '2004 3rd Edition' : '1.2';
  const scormType = is2004 ? 'adlcp:scormType' : 'adlcp:scormtype';
  // The pages say themselves what is done; without this an environment may decide that opening is enough.
  const sequencing = is2004
    ? `\n        <imsss:sequencing>${objectives(passMark)}<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>`
    : '';
  // SCORM 1.2 has it after the title, and 2004 as a share of 1.
  const mastery =
    is2004 || passMark === null ? '' : `\n        <adlcp:masteryscore>${passMark}</adlcp:masteryscore>`;
  const name = escaped(title);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" ${XMLNS[version].join(' ')}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schemaVersion}</schemaversion>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>${name}</title>
      <item identifier="item" identifierref="inhoud">
        <title>${name}</title>${sequencing}${mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="inhoud" type="webcontent" ${scormType}="sco" href="${escaped(start)}">
${files.map((file) => `      <file href="${escaped(encodeURI(file))}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/** Where an environment itself decides by the score whether one has passed. */
function objectives(passMark: number | null): string {
  if (passMark === null) return '';
  const objective = `<imsss:primaryObjective objectiveID="norm" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>${passMark / 100}</imsss:minNormalizedMeasure></imsss:primaryObjective>`;
  return `<imsss:objectives>${objective}</imsss:objectives>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
