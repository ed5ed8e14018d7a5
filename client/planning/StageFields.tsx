import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { sayDays } from '#client/i18n/formatWhen.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { Because, NextSession } from '#shared/course/courseView.ts';
import { namedReasons } from './namedReasons.ts';
import { isOther } from './sessionFormSchema.ts';
import css from './StageFields.module.css';
import type { FamilyCourse } from './useFamilyCourse.ts';

type Props = { readonly found: FamilyCourse; readonly isMissing: (name: string) => boolean };

/** The session's program, its stage of the course, and what is coded in it. */
export function StageFields({ found: { course, program }, isMissing }: Props) {
  const { t } = useTranslation('planning');
  const { clinicProgram, next } = course;
  return (
    <>
      <p className="quiet">
        {clinicProgram === null
          ? t('session.program', { program: program.name, version: program.version })
          : t('session.clinicCopy', { ...clinicProgram, program: program.name })}
      </p>
      {next === undefined ? (
        <p className="quiet">{t('session.over')}</p>
      ) : (
        <StageChoice next={next} reasons={namedReasons(course)} program={program} isMissing={isMissing} />
      )}
    </>
  );
}

type ChoiceProps = {
  readonly next: NextSession;
  readonly reasons: readonly Because[];
  readonly program: Program;
  readonly isMissing: (name: string) => boolean;
};

function StageChoice({ next, reasons, program, isMissing }: ChoiceProps) {
  const { t } = useTranslation('planning');
  const [stageId, setStageId] = useState(next.stage.id);
  const others = next.others.filter(({ id }) => id !== next.stage.id);
  const stage = [next.stage, ...others].find(({ id }) => id === stageId) ?? next.stage;
  return (
    <>
      <NativeSelect
        name="stage"
        label={t('session.stage')}
        description={stage.purpose}
        value={stageId}
        onChange={(event) => setStageId(event.currentTarget.value)}
        data={[
          { value: next.stage.id, label: t('session.suggested', { stage: next.stage.name }) },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {isOther(stageId, next.stage.id) ? (
        <Textarea
          name="reason"
          label={t('session.instead')}
          description={t('session.insteadHint')}
          maxLength={300}
          error={isMissing('reason') && t('session.needReason')}
        />
      ) : (
        <section aria-label={t('session.because')} className={css['because']}>
          <h3>{t('session.because')}</h3>
          <ul>
            {reasons.map(({ rule, text }) => (
              <li key={`${rule} ${text}`}>
                {sayDays(text)} <Why rule={rule} about={sayDays(text)} figures={sayDays(text)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <NativeSelect
        key={stageId}
        name="treatmentPhase"
        label={t('session.phase')}
        defaultValue={stage.phase ?? ''}
        data={[
          ...(stage.phase === undefined ? [{ value: '', label: t('session.nothingCoded') }] : []),
          ...program.phases.map(({ id, name }) => ({ value: id, label: name })),
          ...observationIn(program),
        ]}
      />
    </>
  );
}

/** An observation is planned by its first situation. Rule OBS1. */
function observationIn({ observation }: Program) {
  return observation === undefined ? [] : [{ value: observation.situations[0].id, label: observation.name }];
}
