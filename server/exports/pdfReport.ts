import { exportInstant, type ExportScene } from '#shared/session/exports/exportScene.ts';
import { recordPages } from '#shared/session/exports/recordPages.ts';
import { drawReport } from './pdf/drawReport.ts';

/** The report for the record as PDF. Rejects where it cannot be drawn. */
export function pdfReport(scene: ExportScene): Promise<Uint8Array> {
  const { sessionId, exportedBy, exportedAt } = scene;
  return drawReport({
    blocks: recordPages(scene),
    title: `Session ${sessionId}`,
    footer: `Session ${sessionId.slice(0, 8)}. Exported by ${exportedBy} at ${exportInstant(scene)}.`,
    madeAt: exportedAt,
  });
}
