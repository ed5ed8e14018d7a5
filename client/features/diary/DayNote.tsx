import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import type { Diary, DiaryDay } from '#shared/protocol/http/diary.ts';
import { OBSTACLES } from '#shared/protocol/familyFacts.ts';
import css from './DayNote.module.css';
import { type NotedDay, stateOf } from './diaryDays.ts';
import { Stepper } from './Stepper.tsx';

type Props = {
  readonly diary: Diary;
  readonly day: NotedDay;
  /** The day's name, as in “on Monday”. */
  readonly dayName: string;
  readonly onNote: (day: DiaryDay) => void;
  /** Whether it is saved, shown below the answer. */
  readonly children: ReactNode;
};

const LONGEST_MINUTES = 240;
const MAX_PRAISES = 200;

/** One diary day: one question, answered with one tap, and optional details. */
export function DayNote({ diary, day, dayName, onNote, children }: Props) {
  const { t } = useTranslation('diary');
  const { on } = day;
  const which = on === diary.today ? 'today' : 'day';
  const state = stateOf(day);
  const played = () => onNote({ on, minutes: diary.minutes, obstacle: null, praises: null });
  const rested = () => onNote({ on, minutes: 0, obstacle: null, praises: null });

  if (state === 'open') {
    const words = { minutes: diary.minutes, practice: inSentence(diary.practiceName), day: dayName };
    return (
      <>
        <h2 className={css['question']}>{t(`ask.${which}`, words)}</h2>
        <div className={css['answers']}>
          <BigButton look="main" onPress={played}>
            {t('yes')}
          </BigButton>
          <BigButton onPress={rested}>{t(`notThen.${which}`)}</BigButton>
        </div>
        {children}
      </>
    );
  }
  if (state === 'rest') {
    return (
      <>
        <h2 className={css['question']}>{t(`rested.${which}`, { day: dayName })}</h2>
        {children}
        <Obstacles day={day} onNote={onNote} />
        <BigButton look="quiet" onPress={played}>
          {t('change.toYes')}
        </BigButton>
      </>
    );
  }
  const minutes = day.minutes ?? 0;
  const change = (changed: Partial<DiaryDay>) => onNote({ ...day, minutes, obstacle: null, ...changed });
  return (
    <>
      <h2 className={css['question']}>{t(`done.${which}`, { count: minutes, day: dayName })}</h2>
      {children}
      <Stepper
        label={t('minutes.label')}
        less={t('minutes.less')}
        more={t('minutes.more')}
        value={minutes}
        least={1}
        most={LONGEST_MINUTES}
        onChange={(value) => change({ minutes: value })}
      />
      <Stepper
        label={t('praises.label')}
        why={t('praises.why')}
        less={t('praises.less')}
        more={t('praises.more')}
        value={day.praises}
        none={t('praises.none')}
        least={0}
        most={MAX_PRAISES}
        onChange={(value) => change({ praises: value })}
      />
      <BigButton look="quiet" onPress={rested}>
        {t('change.toNo')}
      </BigButton>
    </>
  );
}

function Obstacles({ day, onNote }: Pick<Props, 'day' | 'onNote'>) {
  const { t } = useTranslation('diary');
  return (
    <fieldset className={css['obstacles']}>
      <legend>
        {t('obstacle.label')}
        <span className={css['why']}>{t('obstacle.why')}</span>
      </legend>
      <div className="actions">
        {OBSTACLES.map((obstacle) => (
          <button
            key={obstacle}
            type="button"
            className={css['chip']}
            aria-pressed={day.obstacle === obstacle}
            onClick={() => onNote({ on: day.on, minutes: 0, praises: null, obstacle })}
          >
            {t(`obstacle.${obstacle}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** A name in lower case for use inside a sentence. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
