import type { LiveView } from '#client/api/liveView.ts';
import { shownCodes } from '#client/api/shownCodes.ts';
import { keyName } from '#client/live/keyPress.ts';
import { codesIn, findCode, type Program } from '#shared/domain/programs/program.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { type SessionState, standingCodes, UNREVIEWED } from '#shared/session/sessionState.ts';

type Shown = Pick<LiveView, 'session' | 'self' | 'unsent'>;

/** Who codes the coach in this session: the first who started. Rule TPC1. */
export function coachCoder(session: SessionState, program: Program): ParticipantId | undefined {
  return standingCodes(session).find(({ code, byLead }) => !byLead && findCode(program, code)?.stream === 'coach')
    ?.coder;
}

/** The session including this observer's unsent presses. */
export function withOwnUnsent(view: Shown): SessionState {
  const { session, self } = view;
  if (self === undefined) return session;
  const shown = shownCodes(view);
  const undone = new Set(shown.filter((code) => code.undone).map(({ codeId }) => codeId));
  const fromLog = session.codes.map((entry) => ({ ...entry, undone: undone.has(entry.codeId) }));
  const onTheirWay = shown
    .filter(({ pending }) => pending)
    .map(({ codeId, code, caregiverId, at, undone: gone }) => ({
      codeId,
      code,
      caregiverId,
      coder: self.participantId,
      byLead: false,
      heardAt: at,
      pressedAt: at,
      undone: gone,
      candidates: undefined,
      mode: undefined,
      effective: true,
      ...UNREVIEWED,
    }));
  return { ...session, codes: [...fromLog, ...onTheirWay] };
}

/** What a key does while the coach is coded: a code of the coach's stream, `undo`, or nothing. */
export function coachAction(program: Program, event: KeyboardEvent): string | undefined {
  const name = keyName(event);
  if (name === undefined || event.shiftKey) return undefined;
  if (program.undoKeys.includes(name)) return 'undo';
  return codesIn(program, 'coach').find(({ keys }) => keys.includes(name))?.code;
}
