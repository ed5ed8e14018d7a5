import { parentPort } from 'node:worker_threads';
import { unshownNames } from './pdf/unshownLetters.ts';

/** Posts which of the names that it is sent a PDF cannot show: to ask the fonts takes time that no live session has. */
parentPort?.once('message', (names: readonly string[]) => {
  parentPort?.postMessage(unshownNames(names));
});
