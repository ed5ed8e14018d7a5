import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { openCommands } from '#shared/domain/scoring/openCommands.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import css from './BlindCoding.module.css';
import type { GivenCode } from './givenCodes.ts';

type Props = {
  readonly given: readonly GivenCode[];
  readonly program: Program;
  /** The treatment phase, which decides the meaning of each code. */
  readonly kind: string;
  /** The window's start in session time, in ms. Times are shown from here. */
  readonly from: number;
  readonly onGoTo: (sessionMs: number) => void;
  readonly onUndo: (codeId: CodeId) => void;
};

/** The given codes, latest moment first. Each can be played and undone. */
export function GivenCodes({ given, program, kind, from, onGoTo, onUndo }: Props) {
  const { t } = useTranslation('blindCoding');
  const open = openAmong(given, program, kind);
  const byMoment = given.toSorted((one, other) => other.heardAt - one.heardAt);
  return (
    <section className={css['given']} aria-label={t('given.label')}>
      {given.length === 0 && <p className="quiet small">{t('given.none')}</p>}
      <ol>
        {byMoment.map(({ codeId, code, heardAt, mode, undone, pending }) => {
          const definition = findCode(program, code);
          const time = formatClock(heardAt - from, 'up');
          const name = definition?.name ?? code;
          return (
            <li key={codeId} data-undone={undone} data-pending={pending}>
              <button
                type="button"
                className={css['goTo']}
                title={t('given.goTo', { time })}
                onClick={() => onGoTo(heardAt)}
              >
                <CodeChip
                  code={code}
                  valence={definition?.valence[kind] ?? 'neutral'}
                  tone={definition?.tone}
                  name={t('given.one', { name, time })}
                  size="small"
                  undone={undone}
                  mark={mode === undefined ? undefined : mode === 'unsure' ? '?' : '+'}
                />
                <span aria-hidden="true">{time}</span>
              </button>
              {undone ? (
                <span className="quiet small">{t('given.undone')}</span>
              ) : (
                <>
                  <span className="quiet small">
                    {pending && t('given.pending')}
                    {pending && open.has(codeId) && ', '}
                    {open.has(codeId) && <span className="strong caution">{t('given.open')}</span>}
                  </span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('given.undo', { name, time })}
                    onClick={() => onUndo(codeId)}
                  >
                    <IconX size={14} aria-hidden="true" />
                  </ActionIcon>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Commands without a coded answer of the child, except the last one, whose answer may still come. Rule PDI2. */
function openAmong(given: readonly GivenCode[], program: Program, kind: string): ReadonlySet<CodeId> {
  const sequence = findTreatmentPhase(program, kind)?.sequence;
  if (sequence === undefined) return new Set();
  const standing = given.filter(({ undone }) => !undone).map((one) => ({ ...one, at: one.heardAt }));
  return new Set([...openCommands(standing, sequence, 'without the last')].map(({ codeId }) => codeId));
}
