import { Worker } from 'node:worker_threads';

/** The answer of a worker's file to the one message that it is sent. Rejects if the worker fails or does not answer. */
export function inThread<Answer>(file: URL, asked: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    worker.once('message', (answer: Answer) => {
      resolve(answer);
    });
    worker.postMessage(asked);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The thread ended without an answer (${code}).`));
    });
  });
}
