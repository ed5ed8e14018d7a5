import type { TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { CAREGIVER_A, LEAD } from '../../testing/aSession.ts';
import { openTimeOut } from '../../contraindications.ts';
import { EMPTY_SESSION, type SessionState, UNREVIEWED } from '../../sessionState.ts';
import { ROOM_SIGNED, script } from './aSequence.ts';

/** For tests: a session in parent-led play with the codes of a script. A code in parentheses was undone. */
export function aSequenceSession(text: string, timeOut: TimeOutSettings = ROOM_SIGNED): SessionState {
  const codes = script(text).map(({ code, codeId, at }) => ({
    codeId,
    code: code.replace(/[()]/g, ''),
    caregiverId: CAREGIVER_A,
    coder: LEAD,
    byLead: true,
    heardAt: at,
    pressedAt: at,
    undone: code.startsWith('('),
    candidates: undefined,
    mode: undefined,
    effective: true,
    ...UNREVIEWED,
  }));
  return { ...EMPTY_SESSION, treatmentPhase: 'pdi', ...openTimeOut(timeOut), codes };
}
