import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { knowsPasskeys, NoPasskey } from '#client/api/passkeys.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { HttpErrorNote } from './HttpErrorNote.tsx';
import { useAct } from './useAct.ts';

type Props = {
  readonly label: string;
  /** Asks the browser for a passkey, and does what it is for. */
  readonly act: () => Promise<unknown>;
  readonly variant?: 'default' | 'filled';
};

/** A button for a passkey, and what went wrong. Nothing where the browser knows no passkeys. */
export function PasskeyButton({ label, act, variant = 'default' }: Props) {
  const { failure, busy, run } = useAct();
  if (!knowsPasskeys()) return null;
  return (
    <>
      <div>
        <Button
          variant={variant}
          loading={busy}
          leftSection={<IconKey size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => run(act)}
        >
          {label}
        </Button>
      </div>
      <PasskeyProblem failure={failure} />
    </>
  );
}

function PasskeyProblem({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation();
  if (failure === undefined) return null;
  if (failure instanceof NoPasskey) return <ErrorNote happened={t('passkey.none')} next={t('passkey.noneNext')} />;
  const problem = problemOf(failure);
  if (problem !== 'signed-out' && problem !== 'refused') return <HttpErrorNote error={failure} />;
  return <ErrorNote happened={t('passkey.unknown')} next={t('passkey.unknownNext')} />;
}
