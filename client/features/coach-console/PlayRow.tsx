import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '#client/live/keys/keySettings.ts';
import { NamedKey } from '#client/live/keys/NamedKey.tsx';
import { useLiveParts, useQuietView } from '#client/live/LiveContext.tsx';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { plannedEnd } from '#shared/session/beginning.ts';
import type { SequenceView } from '#shared/session/sequence/sequenceView.ts';
import css from './PlayRow.module.css';

type PlayRowProps = {
  readonly program: Program;
  readonly sequence: SequenceView;
  readonly step: (code: string, timeStamp: number) => void;
};

/** Between two commands: the last outcome, a broken rule if there is something to do, and when the next is late. */
export function PlayRow({ program, sequence, step }: PlayRowProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { live } = useLiveParts();
  const { session } = useQuietView();
  const rule = sequence.actions.find(({ does }) => does === 'rule-broken');
  const isLate = sequence.banners.includes('late-in-session');
  const minutes = Math.max(0, Math.ceil((plannedEnd(session) - live.now()) / 60_000));
  const lastWords = ({ outcome, isOpen }: NonNullable<SequenceView['last']>) => {
    const words = t(`sequence.outcome.${outcome}`);
    return isOpen ? t('sequence.lastOpen', { outcome: words }) : words;
  };
  return (
    <p className={css['row']}>
      <span data-outcome={sequence.last?.outcome}>{sequence.last ? lastWords(sequence.last) : t('sequence.none')}</span>
      {isLate && <strong>{t('sequence.late', { count: minutes })}</strong>}
      {rule && (
        <button type="button" aria-keyshortcuts={keyOf(rule.key)} onClick={(event) => step(rule.code, event.timeStamp)}>
          <NamedKey name={rule.key} /> {findCode(program, rule.code)?.name}
        </button>
      )}
    </p>
  );
}
