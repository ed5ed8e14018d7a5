import { Button, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RemarkId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { personIn } from '#shared/session/review/personIn.ts';
import { useReview } from '../reviewContext.ts';
import css from './Remarks.module.css';
import { RemarkHead } from './RemarkHead.tsx';
import type { Thread } from './remarkThreads.ts';

type Props = {
  readonly thread: Thread;
  readonly busy: boolean;
  readonly onEnter: (entry: ReviewEntry) => Promise<boolean>;
};

/** A comment with its answers, and a field for another. */
export function CommentThread({ thread: { comment, answers }, busy, onEnter }: Props) {
  const { t } = useTranslation('remarks');
  const { state } = useReview().review;
  const [text, setText] = useState<string>();
  const { name } = personIn(state, comment.by);

  async function reply(words: string): Promise<void> {
    const remarkId = RemarkId.parse(crypto.randomUUID());
    const answer = { type: 'comment.write', remarkId, text: words, about: null, answers: comment.remarkId } as const;
    if (await onEnter(answer)) setText(undefined);
  }

  return (
    <li className={css['remark']}>
      <RemarkHead remark={comment} busy={busy} onEnter={onEnter} />
      {comment.answers !== null && <p className="quiet small">{t('answerGone')}</p>}
      <p className={css['text']}>{comment.text}</p>
      {answers.length > 0 && (
        <ol className={css['answers']}>
          {answers.map((answer) => (
            <li key={answer.remarkId}>
              <RemarkHead remark={answer} busy={busy} onEnter={onEnter} isAnswer />
              <p className={css['text']}>{answer.text}</p>
            </li>
          ))}
        </ol>
      )}
      {text === undefined ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setText('')}>
          {t('reply')}
        </Button>
      ) : (
        <form
          className={css['form']}
          onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
            event.preventDefault();
            if (text.trim() !== '' && !busy) void reply(text.trim());
          }}
        >
          <Textarea
            aria-label={t('replyTo', { name })}
            placeholder={t('replyTo', { name })}
            autosize
            autoFocus
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" disabled={busy || text.trim() === ''}>
            {t('sendReply')}
          </Button>
        </form>
      )}
    </li>
  );
}
