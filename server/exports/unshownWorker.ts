import { parentPort } from 'node:worker_threads';
import { unshownNames } from './pdf/unshownLetters.ts';

/** Posts which names a PDF cannot show. A thread, because asking fonts takes time that a live session cannot spare. */
parentPort?.once('message', (names: readonly string[]) => {
  parentPort?.postMessage(unshownNames(names));
});
