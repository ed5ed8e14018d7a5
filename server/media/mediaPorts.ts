import type { Source } from '#shared/domain/audience.ts';
import type { MediaView } from '#shared/domain/flows.ts';
import type { NoticeOf, OutputOf, ParsedInputOf } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { mediaCommands, mediaNotices } from '#shared/protocol/media.ts';
import type { Turn } from './mediaServer.ts';
import type { Reply } from '#shared/protocol/reply.ts';

/** A session's people and phase, as far as its media need them. */
export type SessionMediaView = MediaView<ParticipantId>;

/** A source that somebody sends. The producer's id distinguishes a new one from an earlier one. */
export type Sent = { readonly from: ParticipantId; readonly source: Source; readonly producerId: string };

/** What is being sent, and how its picture is to be turned. */
export type Sending = Sent & { readonly turn: Turn };

export type MediaCommandName = keyof typeof mediaCommands;
export type MediaNoticeName = keyof typeof mediaNotices;

export type MediaAnswers = {
  readonly [N in MediaCommandName]: (input: ParsedInputOf<N>) => Promise<Reply<OutputOf<N>>>;
};

export type SessionMediaPorts = {
  /** Sends one participant an event. A participant who is not connected misses it, which does no harm. */
  readonly notify: <N extends MediaNoticeName>(to: ParticipantId, notice: N, payload: NoticeOf<N>) => void;
  /** An open voice was lost because a worker died or its sender stopped. The session should close it. */
  readonly voiceLost: (participantId: ParticipantId) => void;
  /** Somebody started or stopped sending a source. */
  readonly sentChanged: () => void;
  /** A failure that no user has to be told of. The step is tried again at the next sync. */
  readonly report: (error: unknown, doing: string) => void;
};
