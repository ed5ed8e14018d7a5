import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** From a band that says to call the parent to where the telephone number is. */
export function CallButton({ onCall }: { readonly onCall: () => void }) {
  const { t } = useTranslation('safety');
  return (
    <Button variant="default" size="compact-md" onClick={onCall}>
      {t('call')}
    </Button>
  );
}
