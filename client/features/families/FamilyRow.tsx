import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { sayDays } from '#client/i18n/formatWhen.ts';
import type { FamilyOverview } from '#shared/protocol/http/families.ts';
import css from './FamilyRow.module.css';
import { STANDING_TONES } from './standingTones.ts';
import { useChildWords } from './useChildWords.ts';

/** One family: who, at which stage, what comes next, and whether it needs attention. */
export function FamilyRow({ family }: { readonly family: FamilyOverview }) {
  const { t } = useTranslation('families');
  const childWords = useChildWords();
  const { dayOf } = useClinicTime();
  const names = new Intl.ListFormat('en').format(family.caregivers.map(({ name }) => name));
  const { course } = family;
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
        <p className="strong">{t('row.stage', course)}</p>
        <p className="quiet small">{course.next === null ? t('row.noNext') : t('row.next', { stage: course.next })}</p>
      </div>
      <div className={css['signs']}>
        <StatusDot tone={STANDING_TONES[course.standing]} label={t(`standing.${course.standing}`)} />
        {course.alerts > 0 && <StatusDot tone="caution" label={t('row.alerts', { count: course.alerts })} />}
        {/* Names a family that has not been in contact. Rule STA5. */}
        {course.silence !== null && <p className="quiet small">{sayDays(course.silence)}</p>}
      </div>
    </li>
  );
}
