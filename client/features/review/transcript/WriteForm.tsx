import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { TranscriptPanelProps, WrittenUtterance } from './transcriptProps.ts';
import css from './WriteForm.module.css';

const SPEAKERS = ['parent', 'child', 'coach'] as const;

type Props = {
  readonly utterance: WrittenUtterance;
  readonly onWrite: NonNullable<TranscriptPanelProps['onWrite']>;
  readonly onDone: () => void;
};

/** A form for the words of a line. Enter saves, Escape cancels. If no code says who spoke, the writer chooses. */
export function WriteForm({ utterance, onWrite, onDone }: Props) {
  const { t } = useTranslation('transcript');
  const [text, setText] = useState(utterance.text);
  const [stream, setStream] = useState(utterance.stream);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function keep(event: SyntheticEvent) {
    event.preventDefault();
    if (text.trim() === utterance.text && stream === utterance.stream) {
      onDone();
      return;
    }
    setBusy(true);
    try {
      await onWrite({ ...utterance, text: text.trim(), stream });
      onDone();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // The player's keys must not act while somebody writes.
    event.stopPropagation();
    if (event.key === 'Escape') onDone();
  }

  return (
    <form className={css['form']} onSubmit={(event) => void keep(event)} onKeyDown={onKeyDown}>
      {utterance.codeId === null && (
        <NativeSelect
          size="sm"
          aria-label={t('write.speaker')}
          data={SPEAKERS.map((value) => ({ value, label: t(`facet.${value}`) }))}
          value={stream}
          onChange={({ currentTarget }) => setStream(SPEAKERS.find((one) => one === currentTarget.value) ?? stream)}
        />
      )}
      <TextInput
        className={css['words']}
        size="sm"
        aria-label={t('write.words')}
        placeholder={t('write.placeholder')}
        maxLength={500}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <Button type="submit" size="sm" loading={isBusy}>
        {t('write.keep')}
      </Button>
      <Button size="sm" variant="subtle" onClick={onDone}>
        {t('write.cancel')}
      </Button>
      {failure !== undefined && <HttpErrorNote error={failure} kept />}
    </form>
  );
}
