import { Worker } from 'node:worker_threads';

/** What a worker's file answers to the one message that it is sent. Rejects where it fails or says nothing. */
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
