import '#client/styles/staffPages.ts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { finishFromProvider } from '#client/api/provider.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';

type Props = {
  /** What the provider wrote into the address. */
  readonly search: string;
  readonly onSignedIn: (to: string) => void;
  readonly onSignIn: () => void;
};

/** Where the identity provider sends a person back to: signs them in, or says why not. */
export function ProviderPage({ search, onSignedIn, onSignIn }: Props) {
  const { t } = useTranslation('signIn');
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    finishFromProvider(search).then(onSignedIn, setFailure);
  }, [search, onSignedIn]);

  if (failure === undefined) return <Loading words={t('provider.opening')} />;
  return (
    <NarrowPage title={t('provider.failed')}>
      <Problem failure={failure} />
      <p>
        <Button onClick={onSignIn}>{t('provider.back')}</Button>
      </p>
    </NarrowPage>
  );
}

function Problem({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation('signIn');
  const problem = problemOf(failure);
  if (problem === 'signed-out') return <ErrorNote happened={t('provider.notDone')} next={t('provider.notDoneNext')} />;
  if (problem === 'not-allowed') {
    return <ErrorNote happened={t('provider.unknown')} next={t('provider.unknownNext')} />;
  }
  return <HttpErrorNote error={failure} />;
}
