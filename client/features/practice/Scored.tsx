import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { Why } from '#client/components/Why.tsx';
import { AGREEMENT_PASSES } from '#shared/domain/reliability/bands.ts';
import { ByCode } from './ByCode.tsx';
import { ClipPlayer } from './ClipPlayer.tsx';
import { CriteriaCompared } from './CriteriaCompared.tsx';
import { RowList } from './RowList.tsx';
import css from './Scored.module.css';
import type { Coded, RunScore } from '#shared/session/practice/scoreRun.ts';
import { createClipRun } from './clipRun.ts';

/** Whether the clinic has the attempt. */
export type Kept =
  { readonly is: 'waiting' } | { readonly is: 'kept' } | { readonly is: 'failed'; readonly error: unknown };

type Props = {
  readonly coded: Coded;
  readonly score: RunScore;
  readonly kept: Kept;
  readonly onKeepAgain: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
};

const KINDS = ['agreed', 'substituted', 'missed', 'added'] as const;

/** How a run compares with the key: the headline, what differs and when, and the clip to look again. */
export function Scored({ coded, score, kept, onKeepAgain, onAgain, onLeave }: Props) {
  const { t } = useTranslation('practice');
  const [clip] = useState(createClipRun);
  return (
    <>
      <div className={css['desk']}>
        <ClipPlayer offer={coded.offer} clip={clip} onRestart={() => clip.playFrom(0)} />
        <section className={css['score']} aria-label={t('score.label')}>
          <Headline score={score} />
          <dl className={css['counts']}>
            {KINDS.map((kind) => (
              <div key={kind}>
                <dt>{t(`score.${kind}`)}</dt>
                <dd>{score.counts[kind]}</dd>
              </div>
            ))}
          </dl>
          <KeptLine kept={kept} onKeepAgain={onKeepAgain} />
          <div className={css['actions']}>
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

function KeptLine({ kept, onKeepAgain }: { readonly kept: Kept; readonly onKeepAgain: () => void }) {
  const { t } = useTranslation('practice');
  if (kept.is !== 'failed') return <p className={css['goal']}>{t(`kept.${kept.is}`)}</p>;
  return (
    <>
      <p className={css['goal']}>{t('kept.failed')}</p>
      <HttpErrorNote error={kept.error} onRetry={onKeepAgain} />
    </>
  );
}

function Headline({ score: { agreement, kappa, counts, rows } }: { readonly score: RunScore }) {
  const { t } = useTranslation('practice');
  const goal = Math.round(AGREEMENT_PASSES * 100);
  if (agreement === null) return <p className={css['goal']}>{t('score.nothing')}</p>;
  const isReached = agreement >= AGREEMENT_PASSES;
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
