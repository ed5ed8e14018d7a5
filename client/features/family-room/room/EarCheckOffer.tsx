import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useScene } from '../FamilyContext.tsx';
import { offerStatement } from '../familyStatements.ts';
import css from './EarCheckOffer.module.css';

type Props = { readonly onCheck: () => void; readonly onPair: () => void };

/** What is still missing before the coach can whisper to this family, with a button for it. */
export function EarCheckOffer({ onCheck, onPair }: Props) {
  const { t } = useTranslation('family');
  const scene = useScene();
  const { coach } = scene.view;
  switch (offerStatement(scene)) {
    case undefined:
      return null;
    case 'phone':
      return (
        <Offer title={t('pair.notConnected')}>
          <BigButton onPress={onPair}>{t('earphone.showAgain')}</BigButton>
        </Offer>
      );
    case 'check':
      return (
        <Offer title={t('earCheck.offer')} text={t('earCheck.offerText', { coach })}>
          <BigButton look="main" onPress={onCheck}>
            {t('earCheck.start')}
          </BigButton>
        </Offer>
      );
    case 'checkNow':
      return (
        <Offer title={t('earCheck.blocked', { coach })} text={t('earCheck.blockedText')}>
          <BigButton look="main" onPress={onCheck}>
            {t('earCheck.start')}
          </BigButton>
        </Offer>
      );
  }
}

type OfferProps = { readonly title: string; readonly text?: string; readonly children: React.ReactNode };

function Offer({ title, text, children }: OfferProps) {
  return (
    <section className={css['offer']}>
      <h2 className={css['title']}>{title}</h2>
      {text === undefined ? null : <p className={css['text']}>{text}</p>}
      {children}
    </section>
  );
}
