import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShownCode, shownCodes } from '#client/api/shownCodes.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { ClockStop } from '#shared/domain/codingWindow.ts';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { type CodeTone, findCode, type Program, type Valence } from '#shared/domain/programs/program.ts';
import { openCommands } from '#shared/domain/scoring/openCommands.ts';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import styles from './CodeStrip.module.css';
import { formatClock } from '#client/ui/formatClock.ts';
import { useLiveView } from './LiveContext.tsx';
import { stripOf } from './stripOf.ts';
import { phaseNow, valenceOf } from './windowScore.ts';

/** More than fit on any supported screen. */
const SHOWN = 16;

type Props = {
  readonly coder: ParticipantId | undefined;
  readonly program: Program;
  /** Whose codes they are, if there are two strips. */
  readonly label?: string;
  /** The text while there are no codes. */
  readonly none?: string;
};

/** Somebody's last codes, newest on the left: when, what, and whether the server has it. Also stops of the clock. */
export function CodeStrip({ coder, program, label, none }: Props) {
  const { t } = useTranslation('console');
  const view = useLiveView();
  const { id: phase, sequence } = phaseNow(view.session, program);
  const codes = shownCodes(view).filter((code) => code.coder === coder);
  const standing = codes.filter(({ undone }) => !undone);
  const open = new Set(
    sequence && [...openCommands(standing, sequence, 'without the last')].map(({ codeId }) => codeId),
  );
  const last = stripOf(codes, view.session.windows, SHOWN);
  const waiting = view.unsent.length;
  return (
    <section className={styles['strip']} aria-label={label ?? t('codes.label')}>
      {last.length === 0 && <p className="quiet small">{none ?? t('codes.none')}</p>}
      <ol className={styles['codes']}>
        {last.map((item) =>
          item.is === 'stop' ? (
            <Stop key={`${item.stop.why}-${item.from}`} stop={item.stop} lengthMs={item.lengthMs} />
          ) : (
            <GivenCode
              key={item.codeId}
              code={item.code}
              valence={valenceOf(program, item.code, phase)}
              tone={findCode(program, item.code)?.tone}
              at={item.at}
              pending={item.pending}
              undone={item.undone}
              candidates={item.candidates}
              mode={item.mode}
              effective={item.effective}
              isOpen={open.has(item.codeId)}
            />
          ),
        )}
      </ol>
      <p className={styles['pending']} data-any={waiting > 0}>
        {waiting > 0 && t('codes.pending', { count: waiting })}
      </p>
    </section>
  );
}

type GivenCodeProps = Pick<ShownCode, 'code' | 'at' | 'pending' | 'undone' | 'candidates' | 'mode' | 'effective'> & {
  readonly valence: Valence;
  readonly tone: CodeTone | undefined;
  /** The child's answer to this command was not coded. */
  readonly isOpen: boolean;
};

/** Rendered again only when its own code changes, because presses come four times a second. */
const GivenCode = memo(function GivenCode({
  code,
  valence,
  tone,
  at,
  pending,
  undone,
  isOpen,
  ...more
}: GivenCodeProps) {
  const { t } = useTranslation('console');
  const { candidates: [first, second] = [], mode, effective } = more;
  const isDoubtful = mode !== undefined && first !== undefined && second !== undefined;
  const name = isDoubtful ? t(`codes.${mode}`, { code, first, second }) : undefined;
  return (
    <li className={styles['code']} data-pending={pending} data-undone={undone}>
      <span className={styles['chip']}>
        <CodeChip
          code={code}
          valence={valence}
          tone={tone}
          undone={undone}
          name={name}
          mark={markOf(mode, effective)}
        />
      </span>
      <span className={styles['time']}>
        {formatClock(at, 'up')}
        {isOpen && (
          <>
            {' '}
            <span className="strong caution" aria-hidden>
              {t('codes.open')}
            </span>
          </>
        )}
      </span>
      {isOpen && <span className="visually-hidden">{t('codes.notAnswered')}</span>}
      {!effective && <span className="visually-hidden">{t('codes.notEffective')}</span>}
      {undone && <span className="visually-hidden">{t('codes.undone')}</span>}
      {pending && <span className="visually-hidden">{t('codes.notSent')}</span>}
    </li>
  );
});

function markOf(mode: ShownCode['mode'], effective: boolean): '?' | '+' | '!' | undefined {
  if (!effective) return '!';
  if (mode === undefined) return undefined;
  return mode === 'unsure' ? '?' : '+';
}

type StopProps = { readonly stop: ClockStop; readonly lengthMs: number | undefined };

/** A stop of the clock as a band, with its reason and length. */
function Stop({ stop, lengthMs }: StopProps) {
  const { t } = useTranslation('console');
  return (
    <li className={styles['stop']} data-why={stop.why}>
      <span>{stop.why === 'gap' ? gapTitle([stop.causes]) : t('codes.timeOut')}</span>
      <span className={styles['time']}>
        {lengthMs === undefined ? t('codes.stopNow') : formatClock(lengthMs, 'up')}
      </span>
    </li>
  );
}
