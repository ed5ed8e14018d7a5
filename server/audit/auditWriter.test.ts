import { expect, test } from 'vitest';
import { SAME_DENIAL_MS, SAME_READING_MS } from '#shared/domain/audit/audited.ts';
import { EMPTY_HEAD } from './auditChain.ts';
import type { AuditEntry } from './auditEntry.ts';
import type { DatedEntry } from './auditLog.ts';
import { createAuditWriter } from './auditWriter.ts';
import { READING } from './testing/aReading.ts';

const CHANGE: AuditEntry = { ...READING, what: 'record.changed' };
const DENIAL: AuditEntry = { ...CHANGE, outcome: 'refused' };

/** A writer whose time passes only when the test says so, and a disk that can fail. */
function aWriter() {
  const batches: DatedEntry[][] = [];
  const faults: unknown[] = [];
  const disk = { isFull: false, isKnownToBeFull: false };
  const time = { now: 0, due: [] as { at: number; callback: () => void }[] };
  const writer = createAuditWriter({
    log: {
      async append(entries) {
        if (disk.isFull) throw new Error('The disk is full.');
        batches.push([...entries]);
      },
      head: async () => EMPTY_HEAD,
    },
    time: {
      wallNow: () => time.now,
      callAfter(ms, callback) {
        const timer = { at: time.now + ms, callback };
        time.due.push(timer);
        return () => void time.due.splice(time.due.indexOf(timer), 1);
      },
    },
    canSave: () => !disk.isKnownToBeFull,
    report: (error) => void faults.push(error),
  });
  async function after(ms: number) {
    time.now += ms;
    const due = time.due.filter(({ at }) => at <= time.now);
    time.due = time.due.filter(({ at }) => at > time.now);
    for (const { callback } of due) callback();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  return { ...writer, batches, faults, disk, after, written: () => batches.flat().map(({ what }) => what) };
}

test('[ADT2] the row of a change is on the disk when it is answered, with the readings before it', async () => {
  const { write, note, batches } = aWriter();
  note(READING);
  await write(CHANGE);
  expect(batches.map((batch) => batch.map(({ what }) => what))).toEqual([['record.read', 'record.changed']]);
});

test('[ADT2] readings wait a second for others, and are written together', async () => {
  const { note, after, batches, written } = aWriter();
  for (const familyId of ['lark', 'wren', 'swift']) note({ ...READING, familyId });
  await after(999);
  expect(batches).toEqual([]);
  await after(1);
  expect([batches.length, written().length]).toEqual([1, 3]);
});

test('[ADT2] the same reading is one row for ten minutes, the same denial for one, and every change is a row', async () => {
  const { write, note, after, written } = aWriter();
  for (let times = 0; times < 3; times += 1) {
    note(READING);
    note(DENIAL);
    await write(CHANGE);
  }
  await after(SAME_DENIAL_MS);
  note(READING);
  note(DENIAL);
  await after(SAME_READING_MS);
  note(READING);
  await after(1_000);
  expect(written().toSorted()).toEqual([...Array<string>(5).fill('record.changed'), 'record.read', 'record.read']);
});

test('[ADT2] what cannot be written is tried again, in order, and a change says so', async () => {
  const { write, note, after, disk, faults, written } = aWriter();
  disk.isFull = true;
  note(READING);
  await expect(write(CHANGE)).rejects.toThrow(/full/);
  await after(1_000);
  expect(faults).toHaveLength(1);
  disk.isFull = false;
  await after(1_000);
  expect(written()).toEqual(['record.read', 'record.changed']);
});

test('[ADT2] readings wait while the disk is known to be full', async () => {
  const { note, after, disk, written } = aWriter();
  disk.isKnownToBeFull = true;
  note(READING);
  await after(1_000);
  expect(written()).toEqual([]);
  disk.isKnownToBeFull = false;
  await after(1_000);
  expect(written()).toEqual(['record.read']);
});

test('[ADT2] while too much waits, nothing more may be read, however often it is tried', () => {
  const { note, disk } = aWriter();
  disk.isFull = true;
  for (let family = 0; family < 10_000; family += 1) note({ ...READING, familyId: String(family) });
  for (let times = 0; times < 2; times += 1) {
    expect(() => note({ ...READING, familyId: 'one more' })).toThrow(/cannot be written/);
  }
});

test('[ADT2] nothing that waits is lost when the server stops', async () => {
  const { note, close, written } = aWriter();
  note(READING);
  await close();
  expect(written()).toEqual(['record.read']);
});
