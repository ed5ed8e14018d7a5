import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { TakeId } from '#shared/protocol/ids.ts';
import { aDatabase, aFolder } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { probeWebm } from './ffmpeg/testing/probeWebm.ts';
import { ffmpeg, workerBin } from './ffmpeg/testing/rtpFamily.ts';
import { readAll } from './testing/recordingStoreContract.ts';
import { createFileRecordingStore } from './store/createFileRecordingStore.ts';
import { createRecordingKeys } from './store/recordingKeys.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';

const PATIENTLY = { timeout: 40_000, interval: 100 };

/** The pids of all descendants of a process. */
function below(pid: number): number[] {
  const children = execFileSync('sh', ['-c', `pgrep -P ${pid} || true`], { encoding: 'utf8' });
  return children
    .split('\n')
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...below(Number(child))]);
}

const isRecorder = (pid: number) =>
  execFileSync('sh', ['-c', `tr '\\0' ' ' < /proc/${pid}/cmdline 2>/dev/null || true`], { encoding: 'utf8' }).includes(
    'sdp',
  );

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.skipIf(!ffmpeg || !workerBin)(
  '[RCD3] a killed server leaves a recording that plays, and no recorder',
  async () => {
    const folder = aFolder();
    const db = await aDatabase(join(folder, 'earshot.sqlite'));
    const { sessionId } = await aSession(createSqlRecords(db, keysIn(folder, db)), await anAccount(db, 'therapist'));
    const startedAt = Date.now();
    const script = join(import.meta.dirname, 'testing/killedServer.ts');
    const server = spawn(process.execPath, [script, folder, sessionId, String(startedAt)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    const begun = await new Promise<string>((resolve) => createInterface(server.stdout).once('line', resolve));
    const partId = TakeId.parse(begun);

    const store = async () => {
      const keys = createRecordingKeys(db, keysIn(folder, db), () => new Date());
      return createFileRecordingStore(join(folder, 'recordings'), keys);
    };
    await vi.waitFor(
      async () => expect((await (await store()).list(sessionId))[0]?.durationMs).toBeGreaterThan(3_000),
      PATIENTLY,
    );
    const all = below(server.pid ?? 0);
    onTestFinished(() => all.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGKILL')));
    const recorders = all.filter(isRecorder);
    expect(recorders.length).toBeGreaterThan(0);
    const killedAt = Date.now() - startedAt;
    server.kill('SIGKILL');
    await vi.waitFor(() => expect(recorders.filter(isRunning)).toEqual([]), PATIENTLY);

    const take = await (await store()).open(sessionId, partId);
    expect(take).toMatchObject({ complete: false });
    const { frames, faults } = probeWebm(take ? await readAll(take) : new Uint8Array());
    expect(faults).toBe('');
    const lastAt = (take?.zeroAt ?? 0) + Math.max(...frames.map(({ atMs }) => atMs));
    expect(lastAt).toBeLessThan(killedAt);
    if (process.env['SAY_LOST']) console.log(`lost ${Math.round(killedAt - lastAt)} ms`);
  },
);
