import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { AGREEMENT_PASSES } from '#shared/domain/reliability/bands.ts';
import { ByCode } from './ByCode.tsx';
import { ClipPlayer } from './ClipPlayer.tsx';
import { CriteriaCompared } from './CriteriaCompared.tsx';
import { RowList } from './RowList.tsx';
import css from './Scored.module.css';
import type { PracticeAttempt, ScoredAttempt } from '#shared/protocol/practice.ts';
import { type Coded, type RunScore, scoreRun } from '#shared/practice/scoreRun.ts';
import { countsForCoder } from '#shared/practice/watched.ts';
import { createClipRun } from './clipRun.ts';

type Props = {
  readonly coded: Coded;
  readonly answer: ScoredAttempt;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
};

const KINDS = ['agreed', 'substituted', 'missed', 'added'] as const;

/** A run compared with the key: the result, the differences with their times, and the clip to replay. */
export function Scored({ coded, answer, onAgain, onLeave }: Props) {
  const { t } = useTranslation('practice');
  const { attempt, given, lines } = answer;
  const score = scoreRun(coded, lines, given);
  const [clip] = useState(createClipRun);
  return (
    <>
      <div className={css['desk']}>
        <ClipPlayer offer={coded.offer} clip={clip} onRestart={() => clip.playFrom(0)} />
        <section className={css['score']} aria-label={t('score.label')}>
          <Headline score={score} isCounted={countsForCoder(attempt)} />
          <KeptLine attempt={attempt} />
          <dl className={css['counts']}>
            {KINDS.map((kind) => (
              <div key={kind}>
                <dt>{t(`score.${kind}`)}</dt>
                <dd>{score.counts[kind]}</dd>
              </div>
            ))}
          </dl>
          <div className="actions">
            <Button onClick={onAgain}>{t('score.again')}</Button>
            <Button variant="default" onClick={onLeave}>
              {t('score.another')}
            </Button>
          </div>
        </section>
      </div>
      <RowList rows={score.rows} coded={coded} onPlay={clip.playFrom} />
      <div className={css['tables']}>
        <ByCode figures={score.byCode} coded={coded} />
        <CriteriaCompared criteria={score.criteria} />
      </div>
    </>
  );
}

/** Says that the attempt is saved, with remarks about its figures. */
function KeptLine({ attempt }: { readonly attempt: PracticeAttempt }) {
  const { t } = useTranslation('practice');
  return (
    <div role="status">
      <p className={css['goal']}>{t(countsForCoder(attempt) ? 'kept.counts' : 'kept.part')}</p>
      {attempt.knewKey && <p className={css['goal']}>{t('kept.knewKey')}</p>}
    </div>
  );
}

type HeadlineProps = { readonly score: RunScore; readonly isCounted: boolean };

function Headline({ score: { agreement, kappa, counts, rows }, isCounted }: HeadlineProps) {
  const { t } = useTranslation('practice');
  const goal = Math.round(AGREEMENT_PASSES * 100);
  if (agreement === null) return <p className={css['goal']}>{t('score.nothing')}</p>;
  const isReached = isCounted && agreement >= AGREEMENT_PASSES;
  return (
    <div role="status">
      <p className={css['percent']}>{t('score.percent', { percent: Math.floor(agreement * 100) })}</p>
      <p className={css['agreement']}>
        {t('score.agreement')}{' '}
        <Why
          rule="PRA1"
          about={t('score.why')}
          figures={t('score.figures', { agreed: counts.agreed, all: rows.length })}
        />
      </p>
      {kappa !== null && (
        <p className={css['goal']}>
          {t('score.kappa', { kappa: kappa.toFixed(2) })} <Why rule="REL3" about={t('attempts.kappa')} />
        </p>
      )}
      <p className={css['goal']} data-reached={isReached}>
        {t(isReached ? 'score.reached' : 'score.goal', { percent: goal })}{' '}
        <Why rule="REL2" about={t('score.goal', { percent: goal })} />
      </p>
    </div>
  );
}
