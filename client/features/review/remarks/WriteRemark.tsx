import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { RemarkId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { useReview } from '../reviewContext.ts';
import css from './Remarks.module.css';

type Props = { readonly busy: boolean; readonly onEnter: (entry: ReviewEntry) => Promise<boolean> };

/** Writes a comment about this moment or the whole session, or a bookmark. The moment is fixed when writing starts. */
export function WriteRemark({ busy, onEnter }: Props) {
  const { t } = useTranslation('remarks');
  const { player } = useReview();
  const second = useSyncExternalStore(player.subscribe, () => Math.floor(player.now() / 1_000));
  const [about, setAbout] = useState<'here' | 'whole'>('here');
  const [begunAt, setBegunAt] = useState<number>();
  const [text, setText] = useState('');
  const [label, setLabel] = useState('');
  const here = formatClock(begunAt ?? second * 1_000, 'up');

  async function comment(): Promise<void> {
    const at = Math.round(begunAt ?? player.now());
    const remarkId = RemarkId.parse(crypto.randomUUID());
    const written = { type: 'comment.write', remarkId, text: text.trim(), answers: null } as const;
    if (!(await onEnter({ ...written, about: about === 'here' ? at : null }))) return;
    setText('');
    setBegunAt(undefined);
  }

  async function bookmark(): Promise<void> {
    const remarkId = RemarkId.parse(crypto.randomUUID());
    if (await onEnter({ type: 'bookmark.set', remarkId, about: Math.round(player.now()), label: label.trim() }))
      setLabel('');
  }

  return (
    <div className={css['write']}>
      <form
        className={css['form']}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (text.trim() !== '' && !busy) void comment();
        }}
      >
        <SegmentedControl
          size="xs"
          aria-label={t('about')}
          value={about}
          onChange={(value) => setAbout(value === 'whole' ? 'whole' : 'here')}
          data={[
            { value: 'here', label: t('aboutHere', { time: here }) },
            { value: 'whole', label: t('whole') },
          ]}
        />
        <Textarea
          aria-label={t('write')}
          placeholder={t('write')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2_000}
          value={text}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (text === '' && value !== '') setBegunAt(player.now());
            if (value === '') setBegunAt(undefined);
            setText(value);
          }}
        />
        <Button type="submit" size="compact-sm" disabled={busy || text.trim() === ''}>
          {t('send')}
        </Button>
      </form>
      <form
        className={css['mark']}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (!busy) void bookmark();
        }}
      >
        <TextInput
          size="xs"
          aria-label={t('bookmarkLabel')}
          placeholder={t('bookmarkLabel')}
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="compact-sm" disabled={busy}>
          {t('bookmark')}
        </Button>
      </form>
    </div>
  );
}
