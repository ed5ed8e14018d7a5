import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import css from './SpeechNote.module.css';
import type { TranscriptPanelProps } from './transcriptProps.ts';

/** Progress of the transcription. Empty once it is done. */
export function SpeechNote({ speech, onFindSpeech }: Pick<TranscriptPanelProps, 'speech' | 'onFindSpeech'>) {
  const { t } = useTranslation('transcript');
  if (speech === undefined || speech.is === 'done') return null;
  const ask = onFindSpeech && (
    <Button size="xs" variant="default" onClick={onFindSpeech}>
      {t(speech.is === 'failed' ? 'speech.again' : 'speech.find')}
    </Button>
  );
  if (speech.is === 'failed') return <ErrorNote happened={t('speech.failed')} next={speech.words} action={ask} />;
  if (speech.is === 'none')
    return (
      <p className={css['note']}>
        {t('speech.none')} {ask}
      </p>
    );
  const share = speech.is === 'running' ? speech.share : 0;
  const words =
    speech.is === 'running' ? t('speech.running', { percent: Math.round(share * 100) }) : t('speech.waiting');
  return (
    <p className={css['note']}>
      <progress className={css['bar']} max={1} value={share} aria-label={t('speech.progress')} />
      {words}
    </p>
  );
}
