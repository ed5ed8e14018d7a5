import { Worker } from 'node:worker_threads';
import { exportInstant, type ExportScene } from '#shared/session/exports/exportScene.ts';
import { recordPages } from '#shared/session/exports/recordPages.ts';
import type { ReportToDraw } from './pdf/drawReport.ts';

/** The report for the record as PDF, drawn in a thread of its own. Rejects where it cannot be drawn. */
export function pdfReport(scene: ExportScene): Promise<Uint8Array> {
  const { sessionId, exportedBy, exportedAt } = scene;
  const report: ReportToDraw = {
    blocks: recordPages(scene),
    title: `Session ${sessionId}`,
    footer: `Session ${sessionId.slice(0, 8)}. Exported by ${exportedBy} at ${exportInstant(scene)}.`,
    madeAt: exportedAt,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf/pdfWorker.ts', import.meta.url));
    worker.once('message', (bytes: Uint8Array) => {
      resolve(bytes);
    });
    worker.postMessage(report);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The report was not drawn (${code}).`));
    });
  });
}
