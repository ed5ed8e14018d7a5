/** The file formats for a session's export. */
export const EXPORT_FORMATS = ['csv', 'transcript', 'eaf', 'boris', 'sdis', 'vtt', 'fhir', 'pdf'] as const;
/** What can be exported of a session: a format, or its recording. */
export const EXPORTED = [...EXPORT_FORMATS, 'recording'] as const;
export type Exported = (typeof EXPORTED)[number];

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
