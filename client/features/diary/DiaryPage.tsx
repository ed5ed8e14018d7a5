import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, problemOf } from '#client/api/http.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { openDiary } from '#client/api/redeemLink.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { BigLink } from '#client/ui/calm/BigLink.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { Diary } from '#shared/protocol/http/diary.ts';
import { OpenByPasskey } from './OpenByPasskey.tsx';
import { DiarySheet } from './DiarySheet.tsx';
import { type DiaryRun, diaryTrouble, type DiaryTrouble, openDiaryRun } from './diaryRun.ts';

/**
 * A caregiver's diary, opened by this phone's cookie or by its link. Only a tap uses a link up: mail filters and previews
 * of messages open links too.
 */
export function DiaryPage({ secret }: { readonly secret: string | undefined }) {
  const { t } = useTranslation('diary');
  const [run, setRun] = useState<DiaryRun>();
  const [trouble, setTrouble] = useState<DiaryTrouble>();
  const [attempt, setAttempt] = useState(secret === undefined ? 1 : 0);

  useEffect(() => {
    if (attempt === 0) return undefined;
    let opened: DiaryRun | undefined;
    let isOver = false;
    readDiary(secret).then(
      (diary) => {
        if (isOver) return;
        opened = openDiaryRun(diary, {
          read: () => call('diary:read'),
          send: (note) => call('diary:write', { body: note }),
          store: browserPressStore(),
          makeId: () => crypto.randomUUID(),
          random: () => Math.random(),
          page: window,
        });
        setRun(opened);
      },
      (error: unknown) => !isOver && setTrouble(diaryTrouble(error, secret !== undefined)),
    );
    return () => {
      isOver = true;
      opened?.close();
    };
  }, [secret, attempt]);

  function shut() {
    run?.close();
    setRun(undefined);
    setTrouble('shut');
  }

  if (run !== undefined) return <DiarySheet run={run} onClosed={shut} />;
  if (attempt === 0) {
    return (
      <CalmPage>
        <Saying title={t('link.title')} text={t('link.text')}>
          <BigButton look="main" onPress={() => setAttempt(1)}>
            {t('link.open')}
          </BigButton>
        </Saying>
      </CalmPage>
    );
  }
  if (trouble === undefined) {
    return (
      <CalmPage>
        <Saying title={t('opening')} />
      </CalmPage>
    );
  }
  const tryAgain = () => {
    setTrouble(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <CalmPage>
      <Saying title={t(`trouble.${trouble}.title`)} text={t(`trouble.${trouble}.text`)}>
        {passes(trouble) && (
          <BigButton look="main" onPress={tryAgain}>
            {t('again')}
          </BigButton>
        )}
        {trouble === 'ended' && <BigLink href="/diary/consents">{t('consents')}</BigLink>}
        {(trouble === 'no-link' || trouble === 'shut') && <OpenByPasskey onOpened={tryAgain} />}
        <CallClinic isNextStep={trouble === 'gone'} />
      </Saying>
    </CalmPage>
  );
}

/** Whether trying again helps. */
const passes = (trouble: DiaryTrouble) => trouble === 'offline' || trouble === 'too-many' || trouble === 'fault';

/** A used-up link may have been used by this same phone. */
async function readDiary(secret: string | undefined): Promise<Diary> {
  if (secret !== undefined) {
    try {
      await openDiary(secret);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === 'offline' || problem === 'too-many' || problem === 'fault') throw error;
    }
  }
  return call('diary:read');
}
