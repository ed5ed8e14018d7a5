import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { dayOfSession, type ExportScene } from './exportScene.ts';

export type ExportKind = { readonly extension: string; readonly mediaType: string };

/** What a file of each format is called, and what it is sent as. A new format is a new row. */
export const EXPORT_TABLE: Readonly<Record<ExportFormat, ExportKind>> = {
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  transcript: { extension: 'transcript.json', mediaType: 'application/json; charset=utf-8' },
  eaf: { extension: 'eaf', mediaType: 'application/xml; charset=utf-8' },
  boris: { extension: 'boris', mediaType: 'application/json; charset=utf-8' },
  sdis: { extension: 'sds', mediaType: 'text/plain; charset=utf-8' },
  vtt: { extension: 'vtt', mediaType: 'text/vtt; charset=utf-8' },
  fhir: { extension: 'fhir.json', mediaType: 'application/fhir+json; charset=utf-8' },
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
};

/** What a recording's one file is called. */
export function recordingFileName(scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>): string {
  return `${fileStem(scene)}.recording.webm`;
}

/** What the map that goes with it is called. */
export function recordingMapName(fileName: string): string {
  return fileName.replace(/\.webm$/u, '-map.json');
}

function fileStem(scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>): string {
  return `earshot-${dayOfSession(scene)}-${scene.sessionId.slice(0, 8)}`;
}

/** A file's name: the clinic's day of the session and the start of its id, and nobody's name. */
export function exportFileName(
  format: ExportFormat,
  scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>,
): string {
  return `${fileStem(scene)}.${EXPORT_TABLE[format].extension}`;
}
