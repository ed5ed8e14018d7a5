import type { Readable } from 'node:stream';
import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { copiedFacts } from '#shared/exports/familyCopy/copiedFacts.ts';
import { type CopiedSession, familyCopyPage, sessionPath } from '#shared/exports/familyCopy/familyCopyPage.ts';
import { sessionCopyPage } from '#shared/exports/familyCopy/sessionCopyPage.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { RecordingStore, StoredTake } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type ConsentPorts, mayLeave } from '../recording/mayLeave.ts';
import { type ZipEntry, zipStream } from './zipStream.ts';

/** How long a copy may be downloaded after a person showed who they are, in ms. */
const READY_FOR_MS = 10 * 60_000;

type Copy = { readonly fileName: string; readonly bytes: Readable };

/** The family's copy of everything about it, as one archive that opens without Earshot. Rule ERA7. */
export type FamilyCopyDesk = {
  /** The person may download the copy once within the next minutes. False if there is no such family. */
  readonly prepare: (familyId: FamilyId, asker: ParticipantId) => Promise<boolean>;
  /** Undefined if it was not prepared, or the time is over. */
  readonly open: (familyId: FamilyId, asker: ParticipantId) => Promise<Copy | undefined>;
  /** How many copies of a family are being downloaded. Rule ERA2. */
  readonly countRunning: (familyId: FamilyId) => number;
};

type Ports = ConsentPorts & {
  readonly records: Pick<Records, 'findFamily' | 'listSessionsOf' | 'findSafetySheet'>;
  readonly factsOf: (familyId: FamilyId) => Promise<readonly FamilyFact[]>;
  readonly factLog: Pick<FactLog, 'read'>;
  readonly rooms: Pick<SessionRooms, 'stateOf'>;
  readonly recordings: Pick<RecordingStore, 'list' | 'open'>;
  readonly clinic: Pick<Clinic, 'card'>;
  readonly now: () => Date;
};

/** A session with what of its recording may be given to the family. */
type Copied = CopiedSession & { readonly record: SessionRecord; readonly takes: readonly StoredTake[] };

export function createFamilyCopyDesk(ports: Ports): FamilyCopyDesk {
  const { records, factsOf, factLog, rooms, recordings, clinic, now } = ports;
  const prepared = new Map<string, number>();
  const running = new Map<Readable, FamilyId>();
  const keyOf = (familyId: FamilyId, asker: ParticipantId) => `${familyId} ${asker}`;

  /** The room's takes that everyone in them agreed to. The coach's own voice is not the family's to have. */
  async function takesFor(record: SessionRecord): Promise<readonly StoredTake[]> {
    const takes = (await recordings.list(record.sessionId)).filter(({ recorder }) => recorder === 'room');
    if (takes.length === 0) return [];
    const state = await rooms.stateOf(record.sessionId);
    if (state === undefined) return [];
    const may = await mayLeave(ports, record, state, 'treatment');
    return takes.filter(({ partId, tracks }) => tracks.every((track) => may({ partId, track })));
  }

  async function copiedSessions(familyId: FamilyId): Promise<readonly Copied[]> {
    const copied: Copied[] = [];
    for (const [index, record] of (await records.listSessionsOf(familyId)).entries()) {
      const takes = await takesFor(record);
      const { startsAt, leadName } = record;
      copied.push({ record, takes, startsAt, leadName, place: index + 1, recordings: takes.length });
      await restOfTheLoop();
    }
    return copied;
  }

  const filmName = (session: Copied, index: number) => `${sessionPath(session)}-film-${index + 1}.webm`;

  async function factsToCopy({ record }: Copied) {
    const program = findProgram(record.program, record.programVersion);
    return { program, facts: copiedFacts(await factLog.read(record.sessionId), program) };
  }

  function sessionEntries(session: Copied, timeZone: string): readonly ZipEntry[] {
    const { record, takes } = session;
    const { startsAt, leadName, caregivers } = record;
    const films = takes.map((_, index) => filmName(session, index));
    return [
      {
        path: `${sessionPath(session)}.html`,
        isFilm: false,
        read: async () =>
          sessionCopyPage({ ...(await factsToCopy(session)), startsAt, leadName, caregivers, films, timeZone }),
      },
      {
        path: `${sessionPath(session)}.json`,
        isFilm: false,
        read: async () => JSON.stringify({ ...headOf(record), facts: (await factsToCopy(session)).facts }, null, 1),
      },
      ...takes.map(({ partId }, index): ZipEntry => ({
        path: filmName(session, index),
        isFilm: true,
        async read() {
          // A consent may have been taken back while the files before it were sent.
          const still = await takesFor(record);
          const take = await recordings.open(record.sessionId, partId);
          const isGiven = take !== undefined && still.some((one) => one.partId === partId);
          if (!isGiven) throw new Error('This recording may no longer leave the clinic.');
          return take.read(0, take.size);
        },
      })),
    ];
  }

  return {
    async prepare(familyId, asker) {
      if ((await records.findFamily(familyId)) === undefined) return false;
      prepared.set(keyOf(familyId, asker), now().getTime() + READY_FOR_MS);
      return true;
    },

    async open(familyId, asker) {
      const until = prepared.get(keyOf(familyId, asker));
      prepared.delete(keyOf(familyId, asker));
      const family = await records.findFamily(familyId);
      if (until === undefined || until < now().getTime() || family === undefined) return undefined;
      const [{ name: clinicName, timeZone }, facts] = [await clinic.card(), await factsOf(familyId)];
      const safetySheet = (await records.findSafetySheet(familyId))?.sheet ?? null;
      const sessions = await copiedSessions(familyId);
      const madeAt = now();
      const whole = { family, facts, safetySheet, sessions, clinicName, timeZone, madeAt };
      const bytes = zipStream(
        [
          { path: 'index.html', isFilm: false, read: async () => familyCopyPage(whole) },
          {
            path: 'data.json',
            isFilm: false,
            read: async () => JSON.stringify({ family, safetySheet, facts, madeAt, timeZone }, null, 1),
          },
          ...sessions.flatMap((session) => sessionEntries(session, timeZone)),
        ],
        madeAt,
      );
      running.set(bytes, familyId);
      bytes.once('close', () => running.delete(bytes));
      return { fileName: `earshot-copy-${clinicDay(madeAt, timeZone)}-${familyId.slice(0, 8)}.zip`, bytes };
    },

    countRunning: (familyId) => [...running.values()].filter((one) => one === familyId).length,
  };
}

function headOf({ sessionId, startsAt, leadName, caregivers, program, programVersion, stage }: SessionRecord) {
  return { sessionId, startsAt: startsAt.toISOString(), leadName, caregivers, program, programVersion, stage };
}
