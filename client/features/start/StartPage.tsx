import { useTranslation } from 'react-i18next';
import { PageFrame } from '#client/components/PageFrame.tsx';

/** The first page after signing in, by role. */
export function StartPage() {
  const { t } = useTranslation('start');
  return <PageFrame title={t('title')}>{null}</PageFrame>;
}
