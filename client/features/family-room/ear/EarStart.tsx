import { IconEar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';

/** The one tap that browsers require before sound. Asks for no camera and no microphone. */
export function EarStart({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation('family');
  return (
    <CalmPage isDark>
      <Saying icon={<IconEar size={56} />} title={t('ear.start.title')} text={t('ear.start.text')}>
        <BigButton look="main" onPress={onStart}>
          {t('ear.start.action')}
        </BigButton>
      </Saying>
    </CalmPage>
  );
}
