import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useLiveView } from '../FamilyContext.tsx';
import css from '../room/EarCheckOffer.module.css';
import { isUnanswered } from './familyConsent.ts';

/** Before play begins: says that the question about recording is open. */
export function RecordingOffer({ onAnswer }: { readonly onAnswer: () => void }) {
  const { t } = useTranslation('family');
  const { phase } = useFamilyView();
  const { recording } = useLiveView().session;
  const isBefore = phase === 'waiting' || phase === 'check-in';
  if (!isBefore || !isUnanswered(recording)) return null;
  return (
    <section className={css['offer']}>
      <h2 className={css['title']}>{t('recording.offer')}</h2>
      <p className={css['text']}>{t('recording.offerText')}</p>
      <BigButton onPress={onAnswer}>{t('recording.answer')}</BigButton>
    </section>
  );
}
