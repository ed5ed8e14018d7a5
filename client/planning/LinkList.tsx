import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { LinkState } from '#shared/domain/familyLink.ts';
import type { LinkId } from '#shared/protocol/ids.ts';
import css from './LinkList.module.css';

type Row = { readonly linkId: LinkId; readonly state: LinkState; readonly text: string };

type Props = {
  /** Links that were made earlier, latest first. */
  readonly links: readonly Row[];
  /** What withdrawing a used link does. */
  readonly closeWords: string;
  readonly onWithdraw: (linkId: LinkId) => Promise<unknown>;
};

/** What became of the links of a session or a diary. One that can still do something can be withdrawn. */
export function LinkList({ links, closeWords, onWithdraw }: Props) {
  const { t } = useTranslation('planning');
  const [busy, setBusy] = useState<LinkId>();
  const [failure, setFailure] = useState<unknown>();
  if (links.length === 0) return null;

  async function withdraw(linkId: LinkId) {
    setBusy(linkId);
    setFailure(undefined);
    await onWithdraw(linkId).catch(setFailure);
    setBusy(undefined);
  }

  return (
    <section className={css['earlier']}>
      <h3 className="strong">{t('links.earlier')}</h3>
      <ul className={css['list']}>
        {links.map(({ linkId, state, text }) => (
          <li key={linkId} className={css['link']}>
            <span className={state === 'unused' || state === 'used' ? undefined : 'quiet'}>{text}</span>
            {(state === 'unused' || state === 'used') && (
              <Button variant="default" size="sm" loading={busy === linkId} onClick={() => void withdraw(linkId)}>
                {state === 'unused' ? t('links.withdraw') : closeWords}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
    </section>
  );
}
