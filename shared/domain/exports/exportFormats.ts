/** What a session can be exported to. */
export const EXPORT_FORMATS = ['csv', 'transcript', 'eaf', 'boris', 'sdis', 'vtt', 'fhir', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
