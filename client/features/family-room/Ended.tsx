import { useTranslation } from 'react-i18next';
import type { Ending } from '#client/api/liveView.ts';
import { BigButton } from './BigButton.tsx';
import { CalmPage } from './CalmPage.tsx';
import { Saying } from './Saying.tsx';

type Props = {
  readonly ending: Ending;
  readonly coach: string;
  readonly isDark: boolean;
  readonly onContinue: () => void;
};

/** How a session can be over for this device, each with what to do next. */
export function Ended({ ending, coach, isDark, onContinue }: Props) {
  const { t } = useTranslation('family');
  return (
    <CalmPage isDark={isDark}>
      <Saying title={t(`ended.${ending}.title`)} text={t(`ended.${ending}.text`, { coach })}>
        {ending === 'taken-over' ? (
          <BigButton look="main" onPress={onContinue}>
            {t('ended.taken-over.action')}
          </BigButton>
        ) : null}
      </Saying>
    </CalmPage>
  );
}
