import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { QrCode } from '#client/ui/QrCode.tsx';
import { useSubmit } from '#client/ui/useSubmit.ts';
import { AppCodeGiven } from '#shared/protocol/http/secondFactor.ts';
import { CodeInput } from './CodeInput.tsx';
import { CodeProblem } from './CodeProblem.tsx';
import css from './SecondFactor.module.css';

type Props = { readonly onConfirmed: (codes: readonly string[]) => void };

/** Connects an authenticator app, by QR code or by typing its secret, and confirms it by a code. */
export function SetUpAuthenticator({ onConfirmed }: Props) {
  const { t } = useTranslation('secondFactor');
  const made = useQuery({
    queryKey: ['authenticator'],
    queryFn: () => call('authenticator:begin'),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    AppCodeGiven,
    (body) => call('authenticator:confirm', { body }),
    ({ codes }) => onConfirmed(codes),
  );

  if (made.isPending) return <Loading />;
  // Outside the staff area, nothing asks again who it is.
  if (problemOf(made.error) === 'confirmation')
    return <ErrorNote happened={t('setUp.late')} next={t('setUp.lateNext')} />;
  if (made.isError) return <HttpErrorNote error={made.error} onRetry={() => void made.refetch()} />;
  return (
    <form noValidate onSubmit={onSubmit}>
      <p>{t('setUp.scan')}</p>
      <div className={css['qr']}>
        <QrCode text={made.data.url} label={t('setUp.qr')} />
      </div>
      <TextInput
        readOnly
        label={t('setUp.secret')}
        description={t('setUp.secretHint')}
        value={inGroups(made.data.secret)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CodeInput label={t('setUp.code')} description={t('setUp.codeHint')} error={isMissing('code') && t('needCode')} />
      <CodeProblem failure={failure} />
      <Button type="submit" loading={busy}>
        {t('setUp.submit')}
      </Button>
    </form>
  );
}

/** Groups of four, as people type them. */
function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
