/** The baseline: media workers as mediasoup makes them, for the same synthetic sessions. */
import { createWorker } from 'mediasoup';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import { serveLoad } from './serveLoad.ts';

const workerBin = findWorkerBinary(process.env);
const make = async () => createWorker({ ...(workerBin !== undefined && { workerBin }), logLevel: 'warn' });
const workers = { room: [await make()], voice: [await make()] };
await serveLoad(async () => workers);
console.log('Ready.');
process.stdin.resume();
