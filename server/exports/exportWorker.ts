import { parentPort } from 'node:worker_threads';
import { exportContent, type ExportAsked } from './exportContent.ts';

/** Makes the one export that it is sent. A thread, because drawing takes time that a live session cannot spare. */
parentPort?.once('message', (asked: ExportAsked) => {
  void exportContent(asked).then((made) => parentPort?.postMessage(made));
});
