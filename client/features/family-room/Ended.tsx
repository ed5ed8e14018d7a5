import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';

/** Loaded at the end of the session. Skipped if it cannot be loaded then. */
const SessionCards = lazy(() =>
  import('./SessionCards.tsx').then(
    ({ SessionCards: component }) => ({ default: component }),
    () => ({ default: () => null }),
  ),
);

type Props = {
  readonly ending: Ending;
  /** Empty if this device was not let in. */
  readonly coach: string;
  readonly isDark: boolean;
  /** Whether the take-home cards are shown here and not on the phone. */
  readonly showsCards: boolean;
  readonly onContinue: () => void;
};

/** The end of a session for this device, with what to do next. */
export function Ended({ ending, coach, isDark, showsCards, onContinue }: Props) {
  const { t } = useTranslation('family');
  // A device that was never let in played nothing and knows no names.
  const words = ending === 'closed' && coach === '' ? 'closedBefore' : ending;
  return (
    <CalmPage isDark={isDark}>
      <Saying title={t(`ended.${words}.title`)} text={t(`ended.${words}.text`, { coach })}>
        {ending === 'taken-over' || ending === 'left' ? (
          <BigButton look="main" onPress={onContinue}>
            {t(`ended.${ending}.action`)}
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
