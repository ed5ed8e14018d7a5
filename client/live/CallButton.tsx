import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A button of a band that opens the telephone number of the parent. */
export function CallButton({ onCall }: { readonly onCall: () => void }) {
  const { t } = useTranslation('safety');
  return (
    <Button variant="default" size="compact-md" onClick={onCall}>
      {t('call')}
    </Button>
  );
}
