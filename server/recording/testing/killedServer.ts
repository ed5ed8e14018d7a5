import { join } from 'node:path';
import { TakeId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { realTime } from '#server/time/time.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { createFfmpegRecorder } from '../ffmpeg/ffmpegRecorder.ts';
import { ffmpeg, startRtpFamily } from '../ffmpeg/testing/rtpFamily.ts';
import { startTake } from '../runningTake.ts';
import { createFileRecordingStore } from '../store/createFileRecordingStore.ts';
import { createRecordingKeys } from '../store/recordingKeys.ts';

// A separate server for a test to kill: it records a family into the given folder and reports that it does.

const folder = process.argv[2] ?? '';
const startedAt = Number(process.argv[4]);
const sessionId = SessionId.parse(process.argv[3]);
const { db } = openDatabase(join(folder, 'earshot.sqlite'));
await migrate(db);
const keys = createRecordingKeys(db, keysIn(folder, db), () => new Date());
const family = await startRtpFamily();
startTake(
  {
    recorder: 'room',
    from: ParticipantId.parse('home'),
    turn: 0,
    sources: [
      { source: 'camera', track: 'room-video' },
      { source: 'room-microphone', track: 'room-audio' },
    ],
  },
  {
    sessionId,
    room: family.room,
    store: await createFileRecordingStore(join(folder, 'recordings'), keys),
    recorder: createFfmpegRecorder({ ffmpeg: ffmpeg ?? '', time: realTime, report: console.error }),
    now: () => Date.now() - startedAt,
    onRecorded: () => undefined,
    onBegun: (partId: TakeId) => console.log(partId),
    onStopped: (why) => console.log(why),
    report: console.error,
  },
);
