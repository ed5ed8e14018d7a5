import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { textExport } from '#shared/exports/textExport.ts';
import type { RecordChoice } from '#shared/exports/transcriptExport.ts';

/** The message to the thread that makes an export. */
export type ExportAsked = {
  readonly format: ExportFormat;
  readonly scene: ExportScene;
  readonly choice: RecordChoice;
};

/** An export's content, or why there is none. Takes up to 100 ms of processor time: `makeExport` uses a thread. */
export async function exportContent({ format, scene, choice }: ExportAsked): Promise<Reply<string | Uint8Array>> {
  if (format !== 'pdf') return textExport(format, scene, choice);
  // Loading the PDF drawing code takes longer than making any other format.
  const { pdfReport } = await import('./pdfReport.ts');
  return ok(await pdfReport(scene));
}
