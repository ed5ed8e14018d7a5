import { type CodeId, PressId } from '#shared/protocol/ids.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { whyPressRefused } from '#shared/session/latePress.ts';
import { promptsWhileObserved } from '#shared/session/observing.ts';
import { programOf } from '#shared/session/programOf.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { whoHears } from '#shared/session/whoHears.ts';
import { closingVoice, voiceTrackOf } from '#server/rooms/closingVoice.ts';
import type { Decide, PressName } from '#server/sessions/sessionActor.ts';

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

export function coachingAnswers({ participantId: by, room, handsIn }: Caller): AnswersTo<CoachingCommand> {
  const { actor } = room;

  /** Runs a press, unless it was sent later and is refused. Rule LOG5. */
  function ifAccepted(pressedAt: number | undefined, decide: Decide): Decide {
    return (state, now) => {
      const isSentLater = handsIn || state.phase === 'closed';
      const why = isSentLater ? whyPressRefused(state, by, pressedAt) : undefined;
      return why === undefined ? decide(state, now) : fail('not-now', why);
    };
  }

  /** An old page sends some presses without an id. Repeats of those cannot be recognized. */
  function named(type: PressName['type'], pressId: PressId | undefined, codeId: CodeId): PressName | undefined {
    return pressId && { pressId, by, type, codeId };
  }

  return {
    'voice:open': () =>
      actor.apply((state) => {
        const track = voiceTrackOf(state, by);
        if (track === undefined) return fail('not-allowed', 'You can’t speak in this session.');
        if (state.participants[by]?.voiceOpen === true) return ok([]);
        const hearers = whoHears(state, track).map(({ participantId }) => participantId);
        return ok([{ type: 'voice.opened', by, participantId: by, track, hearers }]);
      }),
    'voice:close': () => actor.apply((state) => ok(closingVoice(state, by, { by, why: 'released' }))),

    'code:record': (press) =>
      actor.apply(
        ifAccepted(press.pressedAt, (state, now) => recordCode(state, now, by, press)),
        named('code.recorded', PressId.parse(press.codeId), press.codeId),
      ),
    'code:undo': (undo) =>
      actor.apply(
        ifAccepted(undo.pressedAt, () => ok([{ type: 'code.undone', by, codeId: undo.codeId }])),
        named('code.undone', undo.pressId, undo.codeId),
      ),

    'command:judge': (judged) =>
      actor.apply(
        ifAccepted(judged.pressedAt, (state) => judgeCommand(state, by, judged)),
        named('command.judged', judged.pressId, judged.codeId),
      ),

    'prompt:send': ({ promptId, text, skill, coachCode = null, spoken }) =>
      actor.apply((state) => {
        if (state.inPlay === undefined) return fail('not-now', 'No caregiver is playing right now.');
        const why = whyNoPrompt(state, skill !== null || coachCode !== null);
        if (why !== undefined) return fail('not-now', why);
        return ok([{ type: 'prompt.sent', by, promptId, text, skill, coachCode, spoken, caregiverId: state.inPlay }]);
      }),
    'prompt:delivered': ({ promptId, outcome }) =>
      actor.apply(() => ok([{ type: 'prompt.delivered', by, participantId: by, promptId, outcome }])),

    // A client that lost the answer sends the press again.
    'note:write': ({ noteId, text }) =>
      actor.apply((state) => {
        const isWritten = state.notes.some((note) => note.noteId === noteId);
        return ok(isWritten ? [] : [{ type: 'note.written', by, noteId, text }]);
      }),
  };
}

/** Why nothing may be sent in an observation. `coaches`: it asks for a skill, or is a coach's statement. Rule OBS2. */
function whyNoPrompt(state: SessionState, coaches: boolean): string | undefined {
  const program = programOf(state);
  const may = program && promptsWhileObserved(state, program);
  if (may === 'none') return 'Prompts can’t be sent during an observation. Pause it first.';
  if (may === 'plain words' && coaches)
    return 'There is no coaching in an observation. Write in your own words what comes next.';
  return undefined;
}
