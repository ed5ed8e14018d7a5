import { parentPort } from 'node:worker_threads';
import { drawReport, type ReportToDraw } from './drawReport.ts';

/** Draws the one report that it is sent, and posts its bytes: a page takes time that no live session has. */
parentPort?.once('message', (report: ReportToDraw) => {
  void drawReport(report).then((bytes) => parentPort?.postMessage(bytes));
});
