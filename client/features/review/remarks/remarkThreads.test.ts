import { expect, test } from 'vitest';
import { ParticipantId, RemarkId } from '#shared/protocol/ids.ts';
import type { Comment } from '#shared/session/review/reviewState.ts';
import { remarkThreads } from './remarkThreads.ts';

const id = (n: number) => RemarkId.parse(`00000000-0000-4000-8000-00000000000${n}`);
const comment = (n: number, about: number | null, answers: number | null = null): Comment => {
  const by = ParticipantId.parse('ada');
  return { remarkId: id(n), about, text: `No ${n}`, answers: answers === null ? null : id(answers), by, at: n };
};
const told = (comments: Comment[]) =>
  remarkThreads({ comments, bookmarks: [] }).map((one) =>
    one.is === 'comment' ? [one.comment.text, ...one.answers.map(({ text }) => text)] : [],
  );

test('what is about the whole session comes first, the rest by its moment', () => {
  expect(told([comment(1, 9_000), comment(2, 1_000), comment(3, null)])).toEqual([['No 3'], ['No 2'], ['No 1']]);
});

test('answers, and answers to answers, stand under their comment in the order of writing', () => {
  expect(told([comment(1, 1_000), comment(2, 2_000), comment(3, null, 1), comment(4, null, 3)])).toEqual([
    ['No 1', 'No 3', 'No 4'],
    ['No 2'],
  ]);
});

test('an answer outlives the comment that was removed', () => {
  expect(told([comment(2, null, 1)])).toEqual([['No 2']]);
});
