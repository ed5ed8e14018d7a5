import { momentHeard } from '#shared/domain/momentHeard.ts';
import { findCode } from '#shared/domain/programmes/programme.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
import { whoHears } from '#shared/session/whoHears.ts';
import { closingVoice, voiceTrackOf } from '#server/sessions/sessionRoom.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

type CoachingCommand =
  | 'voice:open'
  | 'voice:close'
  | 'code:record'
  | 'code:undo'
  | 'command:judge'
  | 'prompt:send'
  | 'prompt:delivered'
  | 'note:write';

/** What coaching is made of: the voice, the codes, the prompts, the notes. */
export function coachingAnswers({ participantId: by, room }: Caller): AnswersTo<CoachingCommand> {
  const { actor } = room;

  return {
    'voice:open': () =>
      actor.apply((state) => {
        const track = voiceTrackOf(state, by);
        if (track === undefined) return fail('not-allowed', 'You have no voice here.');
        if (state.participants[by]?.voiceOpen === true) return ok([]);
        const hearers = whoHears(state, track).map(({ participantId }) => participantId);
        return ok([{ type: 'voice.opened', by, participantId: by, track, hearers }]);
      }),
    'voice:close': () => actor.apply((state) => ok(closingVoice(state, by, { by, why: 'released' }))),

    'code:record': ({ clientId, clientSeq, codeId, code, caregiverId, pressedAt, heardDelayMs }) =>
      actor.apply(
        (state, now) => {
          const programme = programmeOf(state);
          if (!programme || !findCode(programme, code)) return fail('invalid', 'This programme has no such code.');
          const pressed = momentHeard({ pressedAt, heardDelayMs: 0 }, now);
          const heardAt = momentHeard({ pressedAt, heardDelayMs }, now);
          return ok([{ type: 'code.recorded', by, codeId, code, caregiverId, heardAt, pressedAt: pressed }]);
        },
        { clientId, clientSeq },
      ),
    'code:undo': ({ clientId, clientSeq, codeId }) =>
      actor.apply(() => ok([{ type: 'code.undone', by, codeId }]), { clientId, clientSeq }),

    'command:judge': ({ clientId, clientSeq, codeId, effective }) =>
      actor.apply(() => ok([{ type: 'command.judged', by, codeId, effective }]), { clientId, clientSeq }),

    'prompt:send': ({ promptId, text, skill, coachCode = null, spoken }) =>
      actor.apply((state) => {
        if (state.inPlay === undefined) return fail('not-now', 'Nobody is in play.');
        return ok([{ type: 'prompt.sent', by, promptId, text, skill, coachCode, spoken, caregiverId: state.inPlay }]);
      }),
    'prompt:delivered': ({ promptId, outcome }) =>
      actor.apply(() => ok([{ type: 'prompt.delivered', by, participantId: by, promptId, outcome }])),

    'note:write': ({ noteId, text }) => actor.apply(() => ok([{ type: 'note.written', by, noteId, text }])),
  };
}
