import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { useLiveParts, useMessage } from './LiveContext.tsx';

/** Long enough to read twice. */
const SHOWN_MS = 10_000;

/** What the server refused, in its own words, until it has been read. */
export function FailureBand() {
  const { t } = useTranslation('console');
  const { messages } = useLiveParts();
  const message = useMessage();

  useEffect(() => {
    if (message?.failed !== true) return;
    const fading = setTimeout(messages.dismiss, SHOWN_MS);
    return () => clearTimeout(fading);
  }, [message, messages]);

  if (message?.failed !== true) return null;
  return (
    <Band tone="caution">
      <p>{message.text}</p>
      <Button variant="default" size="compact-md" onClick={messages.dismiss}>
        {t('codes.dismiss')}
      </Button>
    </Band>
  );
}
