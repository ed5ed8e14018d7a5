import { useTranslation } from 'react-i18next';
import type { PromptEntry } from '#shared/session/sessionState.ts';
import { useFamilyView } from './FamilyContext.tsx';
import css from './PromptPanel.module.css';

/** The coach's prompt as large as the screen allows, because it is read from the floor during play. */
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

/** Longer prompts need a smaller font to fit on a phone. */
const LONG_FROM = 60;
