import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { AlignedRow } from '#shared/domain/reliability/alignCodes.ts';
import css from './Differences.module.css';
import type { ShownComparison } from './shownComparison.ts';

type Props = ShownComparison & { readonly onPlay: ((at: number) => void) | undefined };
type Difference = Exclude<AlignedRow['is'], 'agreement'>;

/** Every event on which the two differ, in order and in words. A press plays it. */
export function Differences({ compared: { rows }, pair, program, onPlay }: Props) {
  const { t } = useTranslation('reliability');
  const differing = rows.flatMap((row) => (row.is === 'agreement' ? [] : [{ row, is: row.is }]));
  return (
    <section aria-label={t('differences.label')}>
      <h3 className="large">{t('differences.label')}</h3>
      {differing.length === 0 ? <p className={css['lead']}>{t('differences.none')}</p> : null}
      {differing.length > 0 && onPlay !== undefined ? <p className={css['lead']}>{t('differences.lead')}</p> : null}
      <ol className={css['rows']}>
        {differing.map(({ row, is }, index) => (
          <li key={index}>
            <Line row={row} is={is} pair={pair} program={program} onPlay={onPlay} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type LineProps = Pick<Props, 'pair' | 'program' | 'onPlay'> & { readonly row: AlignedRow; readonly is: Difference };

function Line({ row, is, pair, program, onPlay }: LineProps) {
  const { t } = useTranslation('reliability');
  const reference = 'reference' in row ? row.reference : undefined;
  const trainee = 'trainee' in row ? row.trainee : undefined;
  const at = reference?.at ?? trainee?.at ?? 0;
  const says = t(`differences.${is}`, {
    reference: pair.reference.name,
    trainee: pair.trainee.name,
    one: nameOf(program, reference?.code),
    other: nameOf(program, trainee?.code),
  });
  const content = (
    <>
      <span className={css['time']}>{formatClock(at, 'up')}</span>
      <span className={css['chips']} aria-hidden="true">
        <Chip code={reference?.code} program={program} kind={pair.kind} />
        <Chip code={trainee?.code} program={program} kind={pair.kind} />
      </span>
      <span className="strong">{t(`differences.kind.${is}`)}</span>
      <span className={css['says']}>{says}</span>
    </>
  );
  if (onPlay === undefined) return <div className={css['row']}>{content}</div>;
  return (
    <button type="button" className={css['row']} onClick={() => onPlay(at)}>
      {content}
    </button>
  );
}

type ChipProps = { readonly code: string | undefined; readonly program: Program; readonly kind: string };

function Chip({ code, program, kind }: ChipProps) {
  if (code === undefined) return <span className="quiet">–</span>;
  const definition = findCode(program, code);
  return <CodeChip code={code} valence={definition?.valence[kind] ?? 'neutral'} tone={definition?.tone} size="small" />;
}

function nameOf(program: Program, code: string | undefined): string {
  return code === undefined ? '' : (findCode(program, code)?.name.toLowerCase() ?? code);
}
