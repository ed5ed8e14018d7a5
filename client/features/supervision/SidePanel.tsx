import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/components/live/LiveContext.tsx';
import { PeopleList } from '#client/components/live/PeopleList.tsx';
import { codesIn, type Programme } from '#shared/domain/programmes/programme.ts';
import { CoachCoding } from './CoachCoding.tsx';
import css from './SidePanel.module.css';

/** Who is here, or for a supervisor who wants it, the coach's own statements. */
export function SidePanel({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation('supervision');
  const { self } = useQuietView();
  const [isCoding, setIsCoding] = useState(false);
  const mayCodeTheCoach = self?.role === 'supervisor' && codesIn(programme, 'coach').length > 0;
  return (
    <div className={css['side']}>
      {mayCodeTheCoach && (
        <Button
          fullWidth
          size="compact-md"
          variant={isCoding ? 'light' : 'default'}
          className={css['choice']}
          aria-pressed={isCoding}
          onClick={() => setIsCoding(!isCoding)}
        >
          {t('side.coach')}
        </Button>
      )}
      {mayCodeTheCoach && isCoding ? (
        <CoachCoding programme={programme} />
      ) : (
        <section aria-label={t('side.people')}>
          <PeopleList />
        </section>
      )}
    </div>
  );
}
