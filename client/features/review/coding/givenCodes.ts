import type { CodeId } from '#shared/protocol/ids.ts';
import type { SecondCode } from '#shared/session/review/reviewState.ts';
import type { Press } from './codingOutbox.ts';

/** A code of a second coding as its coder sees it: undone at once, whatever the server knows yet. */
export type GivenCode = Pick<SecondCode, 'codeId' | 'code' | 'heardAt' | 'mode' | 'undone'> & {
  readonly pending: boolean;
};

/** What was given so far, in the order of giving: what the server has, and behind it what is still on its way. */
export function givenCodes(kept: readonly SecondCode[], unsent: readonly Press[]): readonly GivenCode[] {
  const known = new Set(kept.map(({ codeId }) => codeId));
  const takenBack = new Set(unsent.flatMap((press) => (press.type === 'coding.undo' ? [press.codeId] : [])));
  const onTheirWay = unsent.flatMap((press): GivenCode[] => {
    if (press.type !== 'coding.code' || known.has(press.codeId)) return [];
    const { codeId, code, heardAt, mode } = press;
    return [{ codeId, code, heardAt, mode, pending: true, undone: takenBack.has(codeId) }];
  });
  return [
    ...kept.map(({ codeId, code, heardAt, mode, undone }) => {
      return { codeId, code, heardAt, mode, pending: false, undone: undone || takenBack.has(codeId) };
    }),
    ...onTheirWay,
  ];
}

/** What undo takes back: the last that was given and still stands. */
export function lastStanding(given: readonly GivenCode[]): CodeId | undefined {
  return given.findLast(({ undone }) => !undone)?.codeId;
}
