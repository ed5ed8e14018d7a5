import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { formatDay } from '#client/i18n/formatWhen.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useAct } from '#client/ui/useAct.ts';
import css from './DiarySheet.module.css';
import type { DiaryRun, DiaryView } from './diaryRun.ts';

type Props = { readonly run: DiaryRun; readonly view: DiaryView; readonly onClosed: () => void };

/** Closes the diary in this browser, for a phone that others use. Days that were not sent stay in it, or it stays open. */
export function CloseDiary({ run: diary, view, onClosed }: Props) {
  const { t } = useTranslation('diary');
  const [asks, setAsks] = useState(false);
  const { failure, busy, run } = useAct();
  const { unsent, isKept } = view;
  const isUnsaved = unsent.length > 0 && !isKept;

  function ask() {
    diary.sendAgain();
    setAsks(true);
  }

  const close = () =>
    run(async () => {
      await call('diary:close').catch((error: unknown) => {
        // It was closed already.
        if (problemOf(error) !== 'signed-out') throw error;
      });
      onClosed();
    });

  return (
    <section className={css['card']} aria-labelledby="diary-close">
      <h2 id="diary-close">{t('close.title')}</h2>
      <p>{t('close.text')}</p>
      {asks ? (
        <>
          <p role="status">
            {unsent.length > 0 &&
              `${t(isKept ? 'close.unsent' : 'close.unsaved', { days: unsent.map(({ on }) => formatDay(on)).join(', ') })} `}
            {!isUnsaved && t(view.diary.hasPasskey ? 'close.sureKey' : 'close.sure')}
          </p>
          {failure === undefined ? null : (
            <p role="alert">{t(problemOf(failure) === 'offline' ? 'close.offline' : 'close.failed')}</p>
          )}
          {!isUnsaved && (
            <BigButton look="plain" isBusy={busy} onPress={close}>
              {t('close.yes')}
            </BigButton>
          )}
          <BigButton look="quiet" onPress={() => setAsks(false)}>
            {t('close.no')}
          </BigButton>
        </>
      ) : (
        <BigButton look="quiet" onPress={ask}>
          {t('close.ask')}
        </BigButton>
      )}
    </section>
  );
}
