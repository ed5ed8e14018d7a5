import type { recordingRoutes } from '#shared/protocol/http/recordings.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import { isUsable } from '#shared/session/recording/usableTakes.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse, valueOf } from './refusal.ts';
import { sendBytes } from './sendBytes.ts';

type Ports = Pick<HttpPorts, 'recordings' | 'phaseOf' | 'models' | 'consents' | 'holesOf' | 'speech' | 'now'>;

type Viewing = { readonly session: SessionRecord; readonly account: Account };

const NOT_THERE = refuse(404, 'There is no such recording, or it is not yours.');
const NOT_YET = refuse(409, 'A recording can be watched once its session is closed.');
const GROWING = refuse(409, 'This recording is still being finished. Try again in a moment.');
const WITHHELD = refuse(403, 'The family does not agree to this, so nothing of it is played.');

const LOOK_EVERY_MS = 2_000;

/** The recording of a closed session, as far as its consents allow, and what was found in it. Rules RCD5, RCD9, CNS4. */
export function recordingAnswers(ports: Ports): AnswersTo<typeof recordingRoutes> {
  const { recordings, phaseOf, models, consents, holesOf, speech, now } = ports;

  const isClosed = async ({ sessionId }: SessionRecord) => (await phaseOf(sessionId)) === 'closed';

  /** Whoever does not treat the family watches to supervise. */
  async function mayPlay({ session, account: { userId, role } }: Viewing): Promise<(partId: TakeId) => boolean> {
    const use = role === 'supervisor' && session.lead !== userId ? 'supervision' : 'treatment';
    const says = await consents.says(use, session);
    const takes = (await models.find(session.sessionId))?.closed?.takes ?? [];
    const playable = new Set(takes.filter((take) => isUsable(take, use, says)).map(({ partId }) => partId));
    return (partId) => playable.has(partId);
  }

  /** Stops in the middle if a consent is withdrawn. */
  async function* whileAgreed(viewing: Viewing, partId: TakeId, bytes: AsyncIterable<Uint8Array>) {
    let lookedAt = now().getTime();
    for await (const chunk of bytes) {
      if (now().getTime() - lookedAt >= LOOK_EVERY_MS) {
        if (!(await mayPlay(viewing))(partId)) throw new Error(WITHHELD.error);
        lookedAt = now().getTime();
      }
      yield chunk;
    }
  }

  return {
    'recording:read': async ({ session, account }) => {
      if (!(await isClosed(session))) return NOT_YET;
      const takes = await recordings.list(session.sessionId);
      if (takes.some(({ growing }) => growing)) return GROWING;
      const plays = await mayPlay({ session, account });
      const playable = takes.filter(({ partId }) => plays(partId));
      return {
        takes: playable,
        isWithheld: playable.length < takes.length,
        holes: [...(await holesOf(session.sessionId))],
      };
    },

    'recording:play': async ({ session, account, params: { partId }, request, reply }) => {
      if (!(await isClosed(session))) return NOT_YET;
      const take = await recordings.open(session.sessionId, partId);
      if (take === undefined) return NOT_THERE;
      if (take.growing) return GROWING;
      const viewing = { session, account };
      if (!(await mayPlay(viewing))(partId)) return WITHHELD;
      const read = (from: number, to: number) => whileAgreed(viewing, partId, take.read(from, to));
      const mediaType = take.tracks.includes('room-video') ? 'video/webm' : 'audio/webm';
      return sendBytes(request, reply, { size: take.size, mediaType, read });
    },

    'speech:read': async ({ session }) => speech.statusOf(session.sessionId),

    'speech:ask': async ({ session }) => valueOf(await speech.ask(session)),
  };
}
