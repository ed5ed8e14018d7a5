import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { openProvider } from '#client/api/provider.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { HttpErrorNote } from './HttpErrorNote.tsx';
import { useAct } from './useAct.ts';

type Props = {
  readonly label: string;
  /** The page to return to. */
  readonly to: string;
  /** Whether the provider is to ask again who it is. */
  readonly again?: boolean;
};

/** A button that leads to the clinic's identity provider. */
export function ProviderButton({ label, to, again = false }: Props) {
  const { t } = useTranslation();
  const { failure, busy, run } = useAct();
  return (
    <>
      <div>
        <Button variant="default" loading={busy} onClick={() => run(() => openProvider({ to, again }))}>
          {label}
        </Button>
      </div>
      {failure === undefined ? null : problemOf(failure) === 'refused' ? (
        <ErrorNote happened={t('provider.silent')} next={t('provider.silentNext')} />
      ) : (
        <HttpErrorNote error={failure} />
      )}
    </>
  );
}
