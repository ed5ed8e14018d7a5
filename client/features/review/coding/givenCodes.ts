import type { CodeId } from '#shared/protocol/ids.ts';
import type { SecondCode } from '#shared/session/review/reviewState.ts';
import type { Press } from './codingOutbox.ts';

/** A code of a second coding as its coder sees it. Undone immediately, before the server knows. */
export type GivenCode = Pick<SecondCode, 'codeId' | 'code' | 'heardAt' | 'mode' | 'undone'> & {
  readonly pending: boolean;
};

/** The codes in the order they were given: those of the server, then the unsent ones. */
export function givenCodes(kept: readonly SecondCode[], unsent: readonly Press[]): readonly GivenCode[] {
  const known = new Set(kept.map(({ codeId }) => codeId));
  const undoneNow = new Set(unsent.flatMap((press) => (press.type === 'coding.undo' ? [press.codeId] : [])));
  const onTheirWay = unsent.flatMap((press): GivenCode[] => {
    if (press.type !== 'coding.code' || known.has(press.codeId)) return [];
    const { codeId, code, heardAt, mode } = press;
    return [{ codeId, code, heardAt, mode, pending: true, undone: undoneNow.has(codeId) }];
  });
  return [
    ...kept.map(({ codeId, code, heardAt, mode, undone }) => {
      return { codeId, code, heardAt, mode, pending: false, undone: undone || undoneNow.has(codeId) };
    }),
    ...onTheirWay,
  ];
}

/** The code that undo removes: the last one that is not undone. */
export function lastStanding(given: readonly GivenCode[]): CodeId | undefined {
  return given.findLast(({ undone }) => !undone)?.codeId;
}
