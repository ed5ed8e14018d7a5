import { parentPort } from 'node:worker_threads';
import { passwordScore } from '#shared/protocol/passwordScore.ts';
import type { StrengthQuestion } from './isGuessable.ts';

/** Posts how hard a password is to guess. A thread, because it takes time that a live session cannot spare. */
parentPort?.once('message', ({ password, about }: StrengthQuestion) => {
  parentPort?.postMessage(passwordScore(password, about));
});
