import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import { isTyping } from '#client/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import { type CodeDefinition, codesIn, type Program } from '#shared/domain/programs/program.ts';
import { coachAction, STYLE_SHAPES } from './coachCoding.ts';
import css from './CoachPad.module.css';

type Props = {
  readonly program: Program;
  readonly counts: Readonly<Record<string, number>>;
  readonly awake: boolean;
  /** A code of the coach's stream or `undo`, and when the key went down. */
  readonly give: (action: string, timeStamp: number) => void;
};

/** The coach's statements under an observer's fingers: a small pad of its own keys. */
export function CoachPad({ program, counts, awake, give }: Props) {
  const { t } = useTranslation('supervision');
  useWindowKeys(
    (event) => {
      if (isTyping(event.target)) return;
      const action = coachAction(program, event);
      if (action === undefined) return;
      takeKey(event);
      if (!event.repeat) give(action, event.timeStamp);
    },
    () => undefined,
  );
  const [undoKey = ''] = program.undoKeys;

  return (
    <div className={css['pad']}>
      {codesIn(program, 'coach').map((definition) => (
        <CoachKey
          key={definition.code}
          definition={definition}
          count={counts[definition.code] ?? 0}
          awake={awake}
          give={give}
        />
      ))}
      <button
        type="button"
        className={css['key']}
        aria-disabled={!awake}
        onClick={(event) => give('undo', event.timeStamp)}
      >
        <KeyCap>{undoKey.toUpperCase()}</KeyCap>
        {t('coach.undo')}
      </button>
    </div>
  );
}

type KeyProps = Pick<Props, 'awake' | 'give'> & { readonly definition: CodeDefinition; readonly count: number };

function CoachKey({ definition, count, awake, give }: KeyProps) {
  const { t } = useTranslation('supervision');
  const { code, name, style, keys } = definition;
  return (
    <button
      type="button"
      className={css['key']}
      aria-disabled={!awake}
      aria-keyshortcuts={keys.join(' ')}
      title={`${name}: ${definition.definition}`}
      onClick={(event) => give(code, event.timeStamp)}
    >
      {keys.slice(0, 1).map((key) => (
        <span key={key} aria-hidden>
          <KeyCap>{key.toUpperCase()}</KeyCap>
        </span>
      ))}
      <CodeChip code={code} valence={style === undefined ? 'neutral' : STYLE_SHAPES[style]} size="small" />
      <span className="visually-hidden">{t('coach.key', { name, count })}</span>
      <span className={css['count']} aria-hidden>
        {count}
      </span>
    </button>
  );
}
