import type { CaregiverId, CodeId, ParticipantId } from '#shared/protocol/ids.ts';
import type { LiveView } from './liveView.ts';

/** A code as its coder sees it: acknowledged, or still on its way. */
export type ShownCode = {
  readonly codeId: CodeId;
  readonly code: string;
  readonly caregiverId: CaregiverId;
  readonly coder: ParticipantId | undefined;
  /** Session time, ms: when the words were said, or for a code on its way, when the key was pressed. */
  readonly at: number;
  readonly pending: boolean;
  readonly undone: boolean;
};

/** All codes as they stand on this screen: the log's, with what is still unsent laid over it, in the order given. */
export function shownCodes({ session, self, unsent }: Pick<LiveView, 'session' | 'self' | 'unsent'>): ShownCode[] {
  const logged = new Set(session.codes.map(({ codeId }) => codeId));
  const undone = new Set(unsent.filter(({ kind }) => kind === 'undo').map(({ codeId }) => codeId));
  const fromLog = session.codes.map(({ codeId, code, caregiverId, coder, heardAt, undone: gone }) => {
    return { codeId, code, caregiverId, coder, at: heardAt, pending: false, undone: gone || undone.has(codeId) };
  });
  const onTheirWay = unsent.flatMap((press) => {
    if (press.kind !== 'code' || logged.has(press.codeId)) return [];
    const { codeId, code, caregiverId, pressedAt } = press;
    return [
      {
        codeId,
        code,
        caregiverId,
        coder: self?.participantId,
        at: pressedAt,
        pending: true,
        undone: undone.has(codeId),
      },
    ];
  });
  return [...fromLog, ...onTheirWay];
}

/** One's own last code that still stands, or undefined. */
export function lastOwnCode(view: Pick<LiveView, 'session' | 'self' | 'unsent'>): CodeId | undefined {
  return shownCodes(view).findLast(({ coder, undone }) => coder === view.self?.participantId && !undone)?.codeId;
}
