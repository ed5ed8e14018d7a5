import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';

/** Fetched only when it is time for it; a page that cannot be fetched by then goes without. */
const SessionCards = lazy(() =>
  import('./SessionCards.tsx').then(
    ({ SessionCards: component }) => ({ default: component }),
    () => ({ default: () => null }),
  ),
);

type Props = {
  readonly ending: Ending;
  /** Empty where this device was not let in. */
  readonly coach: string;
  readonly isDark: boolean;
  /** Whether what the caregiver takes home is shown here, rather than on their phone. */
  readonly showsCards: boolean;
  readonly onContinue: () => void;
};

/** How a session can be over for this device, each with what to do next. */
export function Ended({ ending, coach, isDark, showsCards, onContinue }: Props) {
  const { t } = useTranslation('family');
  // A device that was never let in played nothing, and knows nobody’s name.
  const words = ending === 'closed' && coach === '' ? 'closedBefore' : ending;
  return (
    <CalmPage isDark={isDark}>
      <Saying title={t(`ended.${words}.title`)} text={t(`ended.${words}.text`, { coach })}>
        {ending === 'taken-over' ? (
          <BigButton look="main" onPress={onContinue}>
            {t('ended.taken-over.action')}
          </BigButton>
        ) : null}
        {words === 'closed' && showsCards ? (
          <Suspense>
            <SessionCards />
          </Suspense>
        ) : null}
        <CallClinic isNextStep={ending === 'revoked' || ending === 'turned-away'} />
      </Saying>
    </CalmPage>
  );
}
