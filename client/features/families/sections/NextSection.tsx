import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namedReasons } from '#client/planning/namedReasons.ts';
import { SessionDialog } from '#client/planning/SessionDialog.tsx';
import { Why } from '#client/ui/Why.tsx';
import { graduatesFrom, placeOf } from '#shared/domain/course/findStage.ts';
import { DropDialog } from '../dialogs/DropDialog.tsx';
import { GraduateDialog } from '../dialogs/GraduateDialog.tsx';
import { MissDialog } from '../dialogs/MissDialog.tsx';
import { PauseDialog } from '../dialogs/PauseDialog.tsx';
import { StageDialog } from '../dialogs/StageDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { EntryButton } from './EntryButton.tsx';
import css from './NextSection.module.css';
import { Reasons } from './Reasons.tsx';
import { Section } from './Section.tsx';
import sectionCss from './Section.module.css';

type Open = 'nothing' | 'plan' | 'stage' | 'pause' | 'drop' | 'graduate' | 'miss';

/** The suggested next session and its reasons, what is needed to go on, and every way the course can change. */
export function NextSection() {
  const { t } = useTranslation('families');
  const { record, course, mayWrite } = useFamilyScreen();
  const [open, setOpen] = useState<Open>('nothing');
  const close = () => setOpen('nothing');
  const { next, standing } = course;
  const plan = <Button onClick={() => setOpen('plan')}>{t('next.plan')}</Button>;

  return (
    <Section id="next" title={t('next.title')}>
      <div className={sectionCss['card']}>
        {next === undefined ? (
          <p>{t(standing === 'paused' ? 'next.paused' : 'next.over')}</p>
        ) : (
          <div className={css['next']}>
            <div>
              <p className="large strong">{next.stage.name}</p>
              <p className={sectionCss['text']}>{next.stage.purpose}</p>
              <CoachNext />
              <Reasons reasons={namedReasons(course)} label={t('next.because')} />
            </div>
            {mayWrite && standing === 'running' && plan}
          </div>
        )}
      </div>
      {mayWrite && <CourseButtons onOpen={setOpen} />}
      {open === 'plan' && <SessionDialog family={record.family} onClose={close} />}
      {open === 'stage' && <StageDialog onClose={close} />}
      {open === 'pause' && <PauseDialog onClose={close} />}
      {open === 'drop' && <DropDialog onClose={close} />}
      {open === 'graduate' && <GraduateDialog onClose={close} />}
      {open === 'miss' && <MissDialog onClose={close} />}
    </Section>
  );
}

/** What to coach each caregiver next: what their card names for practice at home. Rule NXT1. */
function CoachNext() {
  const { t } = useTranslation('families');
  const { course } = useFamilyScreen();
  return course.caregivers.map(({ caregiverId, name, coachNext }) =>
    coachNext === undefined ? null : (
      <p key={caregiverId} className={css['coachNext']}>
        {t('next.coach', { name, skill: coachNext.label.toLowerCase() })} <Why rule="NXT1" about={coachNext.label} />
      </p>
    ),
  );
}

function CourseButtons({ onOpen }: { readonly onOpen: (dialog: Open) => void }) {
  const { t } = useTranslation('families');
  const { course, program } = useFamilyScreen();
  const { standing, next, stage } = course;
  const mayGraduate = placeOf(program, stage.id) >= placeOf(program, graduatesFrom(program).id);
  if (standing === 'dropped') {
    return (
      <div className={`actions ${sectionCss['after'] ?? ''}`}>
        <Button onClick={() => onOpen('stage')}>{t('next.takeUp')}</Button>
      </div>
    );
  }
  if (standing === 'paused') {
    return (
      <div className={`actions ${sectionCss['after'] ?? ''}`}>
        <EntryButton variant="filled" entry={{ type: 'course.resume' }}>
          {t('next.resume')}
        </EntryButton>
        <Button variant="default" onClick={() => onOpen('drop')}>
          {t('next.drop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={`actions ${sectionCss['after'] ?? ''}`} role="group" aria-label={t('next.change')}>
      {next !== undefined && next.stage.id !== stage.id && (
        <EntryButton size="sm" entry={{ type: 'stage.enter', stage: next.stage.id, caregiverId: null, override: null }}>
          {t('next.moveOn', { stage: next.stage.name })}
        </EntryButton>
      )}
      {standing === 'running' && mayGraduate && (
        <Button size="sm" variant="light" onClick={() => onOpen('graduate')}>
          {t('next.graduate')}
        </Button>
      )}
      <Button size="sm" variant="default" onClick={() => onOpen('stage')}>
        {t('next.otherStage')}
      </Button>
      <Button size="sm" variant="default" onClick={() => onOpen('miss')}>
        {t('next.missed')}
      </Button>
      {standing === 'running' && (
        <>
          <Button size="sm" variant="default" onClick={() => onOpen('pause')}>
            {t('next.pause')}
          </Button>
          <Button size="sm" variant="default" onClick={() => onOpen('drop')}>
            {t('next.drop')}
          </Button>
        </>
      )}
    </div>
  );
}
