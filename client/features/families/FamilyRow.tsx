import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useFamilyCourse } from '#client/planning/useFamilyCourse.ts';
import { sayDays } from '#client/i18n/formatWhen.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { CourseView } from '#shared/course/courseView.ts';
import css from './FamilyRow.module.css';
import { STANDING_TONES } from './standingTones.ts';
import { useChildWords } from './useChildWords.ts';

/** One family: who, at which stage, what comes next, and whether it needs attention. */
export function FamilyRow({ family }: { readonly family: Family }) {
  const { t } = useTranslation('families');
  const { found } = useFamilyCourse(family.familyId);
  const childWords = useChildWords();
  const { dayOf } = useClinicTime();
  const names = new Intl.ListFormat('en').format(family.caregivers.map(({ name }) => name));
  const course = found?.course;
  const child = childWords(family, dayOf(new Date()));
  return (
    <li className={css['row']}>
      <div>
        <p className="strong">
          <Link
            to="/families/$familyId"
            params={{ familyId: family.familyId }}
            className={css['link']}
            aria-label={t('row.open', { family: family.name })}
          >
            {family.name}
          </Link>
        </p>
        <p className="quiet small">{[names, child].filter((words) => words !== undefined).join(' · ')}</p>
      </div>
      <div>
        {found !== undefined && course !== undefined && (
          <>
            <p className="strong">{t('row.stage', { program: found.program.name, stage: course.stage.name })}</p>
            <p className="quiet small">
              {course.next === undefined ? t('row.noNext') : t('row.next', { stage: course.next.stage.name })}
            </p>
          </>
        )}
      </div>
      <div className={css['signs']}>
        {course !== undefined && (
          <StatusDot tone={STANDING_TONES[course.standing]} label={t(`standing.${course.standing}`)} />
        )}
        {course !== undefined && course.alerts.length > 0 && (
          <StatusDot tone="caution" label={t('row.alerts', { count: course.alerts.length })} />
        )}
        {course !== undefined && <Silence alerts={course.alerts} />}
      </div>
    </li>
  );
}

/** Names a family that has not been in contact. Rule STA5. */
function Silence({ alerts }: Pick<CourseView, 'alerts'>) {
  const silent = alerts.find(({ rule }) => rule === 'STA5');
  return silent === undefined ? null : <p className="quiet small">{sayDays(silent.text)}</p>;
}
