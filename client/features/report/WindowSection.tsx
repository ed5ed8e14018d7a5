import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { ASSESSABLE_MS } from '#shared/domain/codingWindow.ts';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { CommandSection } from './CommandSection.tsx';
import { CountTable } from './CountTable.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import css from './ReportPage.module.css';
import { verdictOf, type ReportedCriterion, type WindowReport } from './reportWords.ts';
import { useCriterionWords } from './useCriterionWords.ts';
import { WindowNotes } from './WindowNotes.tsx';

type Props = {
  readonly window: WindowReport;
  /** The number of this window, if the session has several. */
  readonly place: number | undefined;
  readonly program: Program | undefined;
  /** Whether this window decides what to coach its caregiver next. Rule NXT1. */
  readonly saysNext: boolean;
};

/** One coding window: its result in a sentence, each criterion, and all counts. */
export function WindowSection({ window, place, program, saysNext }: Props) {
  const { t } = useTranslation('report');
  const phase = program && findTreatmentPhase(program, window.kind);
  const names = { phase: phase?.name ?? window.kind, caregiver: window.caregiver.name };
  const next = saysNext ? skillToCoach([window]) : undefined;
  const kind = window.isMastery ? 'mastery' : 'practice';

  return (
    <section className={css['window']} aria-labelledby={window.windowId}>
      <header className={css['top']}>
        <h2 id={window.windowId}>
          {place === undefined ? t('heading', names) : t('headingOfMany', { place, ...names })}
        </h2>
        <span className="quiet figures">{t('coded', { time: formatClock(window.codedMs, 'up') })}</span>
      </header>
      {window.standing !== 'sound' && (
        <p className={css['going']}>
          {window.voidWhy === null
            ? t(`standing.${window.standing}`, { lost: gapTitle(window.gaps) })
            : t('standing.voidWhy', { reason: window.voidWhy })}{' '}
          <Why rule={window.standing === 'void' ? 'WIN5' : 'WIN4'} />
        </p>
      )}
      <Verdict
        window={window}
        neededMs={phase?.assessable.codedMs ?? ASSESSABLE_MS}
        neededCommands={phase?.assessable.directCommands ?? 0}
      />
      {next !== undefined && (
        <p className={css['next']}>
          {t('next', { skill: next.label.toLowerCase(), name: window.caregiver.name })}{' '}
          <Why rule="NXT1" about={next.label} />
        </p>
      )}
      <div className={css['columns']}>
        <div>
          {window.criteria.length > 0 && <CriterionList title={t(`criteria.${kind}`)} criteria={window.criteria} />}
          {window.goals.length > 0 && <CriterionList title={t('goals')} criteria={window.goals} />}
        </div>
        <CountTable counts={window.counts} kind={window.kind} program={program} caption={t('counts')} />
      </div>
      <CommandSection window={window} program={program} />
      <WindowNotes window={window} program={program} />
    </section>
  );
}

type VerdictProps = { readonly window: WindowReport; readonly neededMs: number; readonly neededCommands: number };

function Verdict({ window, neededMs, neededCommands }: VerdictProps) {
  const { t } = useTranslation('report');
  const inWords = useCriterionWords();
  const verdict = verdictOf(window, neededMs);
  const words = () => {
    switch (verdict) {
      case 'met':
        return t(window.isMastery ? 'verdict.mastery.met' : 'verdict.practice.met');
      case 'notYet': {
        const open = window.criteria
          .filter(({ result }) => result.is === 'not met')
          .map((criterion) => inWords(criterion).missing);
        return t('verdict.notYet', {
          missing: new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(open),
        });
      }
      case 'tooFewCommands':
        return t('verdict.tooFewCommands', { count: window.commands?.directCommands ?? 0, needed: neededCommands });
      default:
        return t(`verdict.${verdict}`, {
          time: formatClock(window.codedMs, 'up'),
          needed: formatClock(neededMs, 'up'),
        });
    }
  };
  return (
    <p className={css['verdict']} data-verdict={verdict}>
      {words()} {verdict === 'notAssessable' && <Why rule="WIN1" />}
      {verdict === 'tooFewCommands' && <Why rule="PDI5" />}
    </p>
  );
}

type ListProps = {
  readonly title: string;
  readonly criteria: readonly ReportedCriterion[];
};

function CriterionList({ title, criteria }: ListProps) {
  return (
    <>
      <h3 className={css['listTitle']}>{title}</h3>
      <ul className={css['criteria']} aria-label={title}>
        {criteria.map((criterion) => (
          <CriterionRow key={criterion.rule} criterion={criterion} />
        ))}
      </ul>
    </>
  );
}
