import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { dayOfSession, type ExportScene } from '#shared/session/exportScene.ts';

type ExportKind = { readonly extension: string; readonly mediaType: string };

/** The file name and media type of each format. A new format is a new row. */
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

/** The name of a recording's exported file. */
export function recordingFileName(scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>): string {
  return `${fileStem(scene)}.recording.webm`;
}

export function recordingMapName(fileName: string): string {
  return fileName.replace(/\.webm$/u, '-map.json');
}

function fileStem(scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>): string {
  return `earshot-${dayOfSession(scene)}-${scene.sessionId.slice(0, 8)}`;
}

/** A file's name: the clinic's day of the session and the start of its id, without anybody's name. */
export function exportFileName(
  format: ExportFormat,
  scene: Pick<ExportScene, 'sessionId' | 'state' | 'timeZone'>,
): string {
  return `${fileStem(scene)}.${EXPORT_TABLE[format].extension}`;
}
