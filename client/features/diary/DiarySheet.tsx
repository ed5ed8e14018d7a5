import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { BigLink } from '#client/ui/calm/BigLink.tsx';
import { ReadingPage } from '#client/ui/calm/ReadingPage.tsx';
import { FamilyCard } from '#client/family-card/FamilyCard.tsx';
import { useKeepOpen } from '#client/ui/useKeepOpen.ts';
import { formatDay, formatLongWeekday } from '#client/i18n/formatWhen.ts';
import { CloseDiary } from './CloseDiary.tsx';
import { DiaryPasskey } from './DiaryPasskey.tsx';
import { DayNote } from './DayNote.tsx';
import { type NotedDay, openUntil, stateOf, weeksOf } from './diaryDays.ts';
import { type DiaryRun, type DiaryView, passesByItself } from './diaryRun.ts';
import { WhoLooked } from './WhoLooked.tsx';
import css from './DiarySheet.module.css';
import { LastWeek, Week } from './Week.tsx';

type Props = { readonly run: DiaryRun; readonly onClosed: () => void };

/** The open diary: today large, this week below, then the previous week and the result of the last session. */
export function DiarySheet({ run, onClosed }: Props) {
  const { t } = useTranslation('diary');
  const view = useSyncExternalStore(run.subscribe, run.getSnapshot);
  const { diary } = view;
  useKeepOpen(view.unsent.length > 0 && !view.isKept);
  const [week, weekBefore] = weeksOf(diary, view.unsent);
  const [chosen, setChosen] = useState<string>();
  const day = week.find(({ on }) => on === (chosen ?? diary.today));
  if (day === undefined) return null;
  return (
    <ReadingPage>
      <h1 className={css['title']}>{t('title', { name: diary.caregiverName })}</h1>
      <section className={css['day']} aria-label={formatDay(day.on)}>
        <p className={css['date']}>{formatDay(day.on)}</p>
        <DayNote diary={diary} day={day} dayName={formatLongWeekday(day.on)} onNote={run.note}>
          <SaveState view={view} day={day} onAgain={run.sendAgain} />
        </DayNote>
        {diary.task === null ? null : (
          <p>
            <strong>{t('task')}</strong> {diary.task}
          </p>
        )}
        {day.on === diary.today ? null : (
          <BigButton look="quiet" onPress={() => setChosen(undefined)}>
            {t('toToday')}
          </BigButton>
        )}
      </section>
      <Week days={week} practice={diary.practiceName} chosen={day.on} onChoose={setChosen} />
      <LastWeek days={weekBefore} practice={diary.practiceName} />
      {diary.card === null ? null : (
        <section className={css['card']}>
          <h2>{t('card')}</h2>
          <FamilyCard card={diary.card} />
        </section>
      )}
      <DiaryPasskey hasPasskey={diary.hasPasskey} />
      <WhoLooked />
      <BigLink href="/diary/consents">{t('consents')}</BigLink>
      <CloseDiary run={run} view={view} onClosed={onClosed} />
    </ReadingPage>
  );
}

type SaveProps = { readonly view: DiaryView; readonly day: NotedDay; readonly onAgain: () => void };

/** Whether the clinic has it. If not: what is kept on this phone, and what to do. */
function SaveState({ view, day, onAgain }: SaveProps) {
  const { t } = useTranslation('diary');
  const { trouble, unsent, isKept, refused } = view;
  const { on } = day;
  const isStuck = trouble !== undefined && (unsent.length > 0 || !passesByItself(trouble));
  const ofTheDay = () => {
    if (refused === on) return t('state.refused');
    if (unsent.some((other) => other.on === on)) return isStuck ? '' : t('state.saving');
    return stateOf(day) !== 'open' ? t('state.saved', { day: formatDay(openUntil(on)) }) : '';
  };
  const words = [
    ofTheDay(),
    isStuck && unsent.length > 0
      ? t('state.notSent', { days: unsent.map((other) => formatDay(other.on)).join(', ') })
      : '',
    isStuck ? t(`state.why.${trouble}`) : '',
    isStuck && unsent.length > 0 ? t(isKept ? 'state.kept' : 'state.unkept') : '',
  ];
  return (
    <div className={css['state']} data-stuck={isStuck}>
      <p role="status">{words.filter((said) => said !== '').join(' ')}</p>
      {isStuck && passesByItself(trouble) ? (
        <BigButton look="plain" onPress={onAgain}>
          {t('state.again')}
        </BigButton>
      ) : null}
    </div>
  );
}
