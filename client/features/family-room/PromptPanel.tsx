import { useTranslation } from 'react-i18next';
import type { PromptEntry } from '#shared/session/sessionState.ts';
import { useFamilyView } from './FamilyContext.tsx';
import css from './PromptPanel.module.css';

/** The coach's words, as large as the screen allows: they are read from the floor, in passing. */
export function PromptPanel({ prompt }: { readonly prompt: PromptEntry }) {
  const { t } = useTranslation('family');
  const { coach } = useFamilyView();
  const isLong = prompt.text.length > LONG_FROM;
  return (
    <div className={css['panel']}>
      <p className={css['from']}>{t('promptFrom', { coach })}</p>
      <h1 className={`${css['text'] ?? ''} ${isLong ? (css['long'] ?? '') : ''}`}>{prompt.text}</h1>
    </div>
  );
}

/** More letters than this need a smaller size to stay whole on a phone. */
const LONG_FROM = 60;
