/**
 * A schema of the parts of EAF 3.0 that our documents use, in our own words after ELAN's documentation of the format:
 * order and number of the elements, their attributes, and their references. ELAN's own schema is not ours to ship.
 */
const attribute = (name: string, type: string, use: 'required' | 'optional' = 'required') =>
  `<xs:attribute name="${name}" type="${type}" use="${use}"/>`;
const elementOf = (name: string, content: string, occurs = '') =>
  `<xs:element name="${name}" ${occurs}>${content}</xs:element>`;
const sequence = (children: string, attributes = '') =>
  `<xs:complexType><xs:sequence>${children}</xs:sequence>${attributes}</xs:complexType>`;
const text = (attributes = '') =>
  `<xs:complexType><xs:simpleContent><xs:extension base="xs:string">${attributes}</xs:extension></xs:simpleContent></xs:complexType>`;
const ANY = 'minOccurs="0" maxOccurs="unbounded"';
const key = (kind: 'key' | 'unique', name: string, selector: string, field: string) =>
  `<xs:${kind} name="${name}"><xs:selector xpath="${selector}"/><xs:field xpath="@${field}"/></xs:${kind}>`;
const refersTo = (name: string, to: string, selector: string, field: string) =>
  `<xs:keyref name="${name}" refer="${to}"><xs:selector xpath="${selector}"/><xs:field xpath="@${field}"/></xs:keyref>`;

const ANNOTATION = elementOf(
  'ALIGNABLE_ANNOTATION',
  sequence(
    '<xs:element name="ANNOTATION_VALUE" type="xs:string"/>',
    attribute('ANNOTATION_ID', 'xs:ID') +
      attribute('TIME_SLOT_REF1', 'xs:IDREF') +
      attribute('TIME_SLOT_REF2', 'xs:IDREF'),
  ),
);

export const EAF_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="ANNOTATION_DOCUMENT">${sequence(
  elementOf(
    'HEADER',
    sequence(
      elementOf(
        'MEDIA_DESCRIPTOR',
        `<xs:complexType>${
          attribute('MEDIA_URL', 'xs:anyURI') +
          attribute('RELATIVE_MEDIA_URL', 'xs:anyURI', 'optional') +
          attribute('MIME_TYPE', 'xs:string') +
          attribute('TIME_ORIGIN', 'xs:long', 'optional')
        }</xs:complexType>`,
        ANY,
      ) + elementOf('PROPERTY', text(attribute('NAME', 'xs:string', 'optional')), ANY),
      `<xs:attribute name="TIME_UNITS" default="milliseconds"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="milliseconds"/></xs:restriction></xs:simpleType></xs:attribute>`,
    ),
  ) +
    elementOf(
      'TIME_ORDER',
      sequence(
        elementOf(
          'TIME_SLOT',
          `<xs:complexType>${attribute('TIME_SLOT_ID', 'xs:ID')}${attribute('TIME_VALUE', 'xs:unsignedInt', 'optional')}</xs:complexType>`,
          ANY,
        ),
      ),
    ) +
    elementOf(
      'TIER',
      sequence(
        elementOf('ANNOTATION', sequence(ANNOTATION), ANY),
        attribute('TIER_ID', 'xs:string') +
          attribute('PARTICIPANT', 'xs:string', 'optional') +
          attribute('ANNOTATOR', 'xs:string', 'optional') +
          attribute('LINGUISTIC_TYPE_REF', 'xs:string'),
      ),
      ANY,
    ) +
    elementOf(
      'LINGUISTIC_TYPE',
      `<xs:complexType>${attribute('LINGUISTIC_TYPE_ID', 'xs:string')}${attribute('TIME_ALIGNABLE', 'xs:boolean', 'optional')}
        ${attribute('GRAPHIC_REFERENCES', 'xs:boolean', 'optional')}${attribute('CONTROLLED_VOCABULARY_REF', 'xs:string', 'optional')}</xs:complexType>`,
      ANY,
    ) +
    elementOf(
      'LANGUAGE',
      `<xs:complexType>${attribute('LANG_ID', 'xs:ID')}${attribute('LANG_DEF', 'xs:string', 'optional')}${attribute('LANG_LABEL', 'xs:string', 'optional')}</xs:complexType>`,
      ANY,
    ) +
    elementOf(
      'CONTROLLED_VOCABULARY',
      sequence(
        elementOf('DESCRIPTION', text(attribute('LANG_REF', 'xs:IDREF')), ANY) +
          elementOf(
            'CV_ENTRY_ML',
            sequence(
              elementOf(
                'CVE_VALUE',
                text(attribute('LANG_REF', 'xs:IDREF') + attribute('DESCRIPTION', 'xs:string', 'optional')),
                'maxOccurs="unbounded"',
              ),
              attribute('CVE_ID', 'xs:string'),
            ),
            ANY,
          ),
        attribute('CV_ID', 'xs:string'),
      ),
      ANY,
    ),
  attribute('AUTHOR', 'xs:string') +
    attribute('DATE', 'xs:dateTime') +
    attribute('VERSION', 'xs:string') +
    attribute('FORMAT', 'xs:string', 'optional'),
)}
${key('key', 'tiers', 'TIER', 'TIER_ID')}
${key('key', 'types', 'LINGUISTIC_TYPE', 'LINGUISTIC_TYPE_ID')}
${key('key', 'vocabularies', 'CONTROLLED_VOCABULARY', 'CV_ID')}
${refersTo('typeOfTier', 'types', 'TIER', 'LINGUISTIC_TYPE_REF')}
${refersTo('vocabularyOfType', 'vocabularies', 'LINGUISTIC_TYPE', 'CONTROLLED_VOCABULARY_REF')}
</xs:element></xs:schema>`;
