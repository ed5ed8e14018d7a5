import { momentHeard } from '#shared/domain/momentHeard.ts';
import type { CodeEntry } from '#shared/session/sessionState.ts';
import type { CaregiverId, CodeId, ParticipantId } from '#shared/protocol/ids.ts';
import type { LiveView } from './liveView.ts';

export type ShownCode = {
  readonly codeId: CodeId;
  readonly code: string;
  readonly caregiverId: CaregiverId;
  readonly coder: ParticipantId | undefined;
  /** Session time in ms at which the words were said. */
  readonly at: number;
  readonly pending: boolean;
  readonly undone: boolean;
  readonly candidates: readonly string[] | undefined;
  readonly mode: CodeEntry['mode'];
  /** False if a command was judged ineffective. */
  readonly effective: boolean;
};

type Shown = Pick<LiveView, 'session' | 'self' | 'unsent'>;

/** All codes as this screen shows them: those of the log, then the unsent ones, in the order given. */
export function shownCodes({ session, self, unsent }: Shown): ShownCode[] {
  const logged = new Set(session.codes.map(({ codeId }) => codeId));
  const undone = new Set(unsent.filter(({ kind }) => kind === 'undo').map(({ codeId }) => codeId));
  const judged = new Map(unsent.flatMap((one) => (one.kind === 'judge' ? [[one.codeId, one.effective] as const] : [])));
  const fromLog = session.codes.map(({ codeId, code, caregiverId, coder, heardAt, candidates, mode, ...entry }) => {
    const stands = { pending: false, undone: entry.undone || undone.has(codeId) };
    const effective = judged.get(codeId) ?? entry.effective;
    return { codeId, code, caregiverId, coder, at: heardAt, ...stands, candidates, mode, effective };
  });
  const onTheirWay = unsent.flatMap((press) => {
    if (press.kind !== 'code' || logged.has(press.codeId)) return [];
    const { codeId, code, caregiverId, pressedAt, candidates, mode } = press;
    const coder = self?.participantId;
    const at = momentHeard(press, pressedAt);
    const stands = { pending: true, undone: undone.has(codeId) };
    return [
      { codeId, code, caregiverId, coder, at, ...stands, candidates, mode, effective: judged.get(codeId) ?? true },
    ];
  });
  return [...fromLog, ...onTheirWay];
}

/** One's own last code that is not undone: the last of these codes, or of all. */
export function lastOwn(view: Shown, among?: readonly string[]): ShownCode | undefined {
  return shownCodes(view).findLast(
    ({ coder, undone, code }) =>
      coder === view.self?.participantId && !undone && (among === undefined || among.includes(code)),
  );
}

/** The id of that code. */
export function lastOwnCode(view: Shown, among?: readonly string[]): CodeId | undefined {
  return lastOwn(view, among)?.codeId;
}
