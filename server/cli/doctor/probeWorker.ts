import { createWorker, version } from 'mediasoup';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import type { Finding } from './finding.ts';

const name = 'Media worker';

/** Starts a worker and sends it a request, because a worker that is installed may still lack a library. */
export async function probeWorker(env: NodeJS.ProcessEnv): Promise<Finding> {
  const workerBin = findWorkerBinary(env);
  if (!workerBin) {
    return { name, state: 'missing', found: 'none', advice: '“tools/setup run” fetches or builds one.' };
  }
  try {
    const worker = await createWorker({ workerBin });
    await worker.getResourceUsage();
    worker.close();
    return { name, state: 'good', found: `mediasoup ${version}, ${workerBin}` };
  } catch (error) {
    const advice = 'Remove it and run “tools/setup run”, or name another in MEDIASOUP_WORKER_BIN.';
    return { name, state: 'missing', found: `${workerBin} does not start: ${String(error)}`, advice };
  }
}
