import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program } from '#shared/domain/programs/program.ts';
import { TOLERANCE_MS } from '#shared/domain/reliability/alignCodes.ts';
import { type CoderPair, comparePair, exchanged } from '#shared/session/review/reliabilityOf.ts';
import { AgreementHeadline } from './AgreementHeadline.tsx';
import { ByCodeTable } from './ByCodeTable.tsx';
import { ComparedCoders } from './ComparedCoders.tsx';
import { CompareSettings } from './CompareSettings.tsx';
import { ConfusionTable } from './ConfusionTable.tsx';
import { Differences } from './Differences.tsx';
import { KappaFigures } from './KappaFigures.tsx';
import css from './ReliabilityReport.module.css';

type ReliabilityReportProps = {
  readonly pair: CoderPair;
  readonly program: Program;
  /** Plays the session around this session time, in ms. Absent if nothing can be played. */
  readonly onPlay?: ((at: number) => void) | undefined;
};

/** The agreement of two coders of one window: the result, the differences, and every figure with its rule. */
export function ReliabilityReport({ pair: given, program, onPlay }: ReliabilityReportProps) {
  const { t } = useTranslation('reliability');
  const [isExchanged, setExchanged] = useState(false);
  const [toleranceMs, setTolerance] = useState(TOLERANCE_MS);
  const [lag, setLag] = useState<'none' | 'auto'>('none');
  const pair = isExchanged ? exchanged(given) : given;
  const { reference, trainee, kind } = pair;
  const compared = useMemo(
    () => comparePair({ reference, trainee, kind }, program, { toleranceMs, lag }),
    [reference, trainee, kind, program, toleranceMs, lag],
  );
  const shown = { compared, pair, program };
  return (
    <section className={css['report']} aria-label={t('label', { reference: reference.name, trainee: trainee.name })}>
      <ComparedCoders pair={pair} onExchange={() => setExchanged(!isExchanged)} />
      <AgreementHeadline {...shown} />
      <CompareSettings pair={pair} toleranceMs={toleranceMs} lag={lag} onTolerance={setTolerance} onLag={setLag} />
      {compared.rows.length === 0 ? null : (
        <>
          <Differences {...shown} onPlay={onPlay} />
          <KappaFigures compared={compared} />
          <ByCodeTable {...shown} />
          <ConfusionTable {...shown} />
        </>
      )}
    </section>
  );
}
