import type { recordingRoutes } from '#shared/protocol/http/recordings.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse, valueOf } from './refusal.ts';
import { sendBytes } from './sendBytes.ts';

type Ports = Pick<HttpPorts, 'recordings' | 'phaseOf' | 'digests' | 'holesOf' | 'speech' | 'now'>;

const NOT_THERE = refuse(404, 'There is no such recording, or it is not yours.');
const NOT_YET = refuse(409, 'A recording can be watched once its session is closed.');
const GROWING = refuse(409, 'This recording is still being finished. Try again in a moment.');
const WITHHELD = refuse(403, 'A caregiver took their consent back. Nothing more is played.');

const LOOK_EVERY_MS = 2_000;

/** The recording of a closed session, unless a consent was withdrawn, and what was found in it. Rules RCD5, RCD9. */
export function recordingAnswers(ports: Ports): AnswersTo<typeof recordingRoutes> {
  const { recordings, phaseOf, digests, holesOf, speech, now } = ports;

  const isClosed = async ({ sessionId }: SessionRecord) => (await phaseOf(sessionId)) === 'closed';

  async function withheldOf(session: SessionRecord): Promise<readonly TakeId[]> {
    return (await digests.of(session))?.withheld ?? [];
  }

  /** Stops in the middle if a consent is withdrawn. */
  async function* whileAgreed(session: SessionRecord, partId: TakeId, bytes: AsyncIterable<Uint8Array>) {
    let lookedAt = now().getTime();
    for await (const chunk of bytes) {
      if (now().getTime() - lookedAt >= LOOK_EVERY_MS) {
        if ((await withheldOf(session)).includes(partId)) throw new Error(WITHHELD.error);
        lookedAt = now().getTime();
      }
      yield chunk;
    }
  }

  return {
    'recording:read': async ({ session }) => {
      if (!(await isClosed(session))) return NOT_YET;
      const takes = await recordings.list(session.sessionId);
      if (takes.some(({ growing }) => growing)) return GROWING;
      const withheld = await withheldOf(session);
      const playable = takes.filter(({ partId }) => !withheld.includes(partId));
      return { takes: playable, holes: [...(await holesOf(session.sessionId))] };
    },

    'recording:play': async ({ session, params: { partId }, request, reply }) => {
      if (!(await isClosed(session))) return NOT_YET;
      if ((await withheldOf(session)).includes(partId)) return WITHHELD;
      const take = await recordings.open(session.sessionId, partId);
      if (take === undefined) return NOT_THERE;
      if (take.growing) return GROWING;
      const read = (from: number, to: number) => whileAgreed(session, partId, take.read(from, to));
      const mediaType = take.tracks.includes('room-video') ? 'video/webm' : 'audio/webm';
      return sendBytes(request, reply, { size: take.size, mediaType, read });
    },

    'speech:read': async ({ session }) => speech.statusOf(session.sessionId),

    'speech:ask': async ({ session }) => valueOf(await speech.ask(session)),
  };
}
