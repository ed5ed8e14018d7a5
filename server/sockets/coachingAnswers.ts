import { PressId } from '#shared/protocol/ids.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { whoHears } from '#shared/session/whoHears.ts';
import { closingVoice, voiceTrackOf } from '#server/sessions/sessionRoom.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';
import { judgeCommand, recordCode } from './recordCode.ts';

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

    'code:record': (press) =>
      actor.apply((state, now) => recordCode(state, now, by, press), PressId.parse(press.codeId)),
    'code:undo': (undo) => actor.apply(() => ok([{ type: 'code.undone', by, codeId: undo.codeId }]), undo.pressId),

    'command:judge': (judged) => actor.apply((state) => judgeCommand(state, by, judged), judged.pressId),

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
