import { useTranslation } from 'react-i18next';
import type { Words } from '#shared/session/review/transcriptLine.ts';
import css from './LineBody.module.css';

/** What was said. Marks machine transcription, because it may be wrong. */
export function SaidWords({ words }: { readonly words: Words }) {
  const { t } = useTranslation('transcript');
  return (
    <>
      <q className={css['said']}>{words.text}</q>
      {words.source === 'transcribed' && <span className={css['machine']}> {t('byMachine')}</span>}
    </>
  );
}
