import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CallClinic } from './CallClinic.tsx';
import { NarrowPage } from './NarrowPage.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <NarrowPage title={t('notFound.title')} lead={t('notFound.text')}>
      <p>
        <Link to="/">{t('notFound.action')}</Link>
      </p>
      <CallClinic />
    </NarrowPage>
  );
}
