import { parentPort } from 'node:worker_threads';
import { unshownNames } from './pdf/unshownLetters.ts';

/**
 * Posts which of the names that it is sent a PDF cannot show. It is a thread because asking the fonts takes time that a
 * live session cannot spare.
 */
parentPort?.once('message', (names: readonly string[]) => {
  parentPort?.postMessage(unshownNames(names));
});
