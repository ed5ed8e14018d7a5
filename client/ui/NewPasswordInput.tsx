import { PasswordInput } from '@mantine/core';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStrongEnough, PASSWORD_SCORES, type PasswordScore } from '#shared/domain/passwordStrength.ts';
import { PASSWORD_LENGTH } from '#shared/domain/passwordLength.ts';
import css from './NewPasswordInput.module.css';

type Props = {
  readonly label: string;
  /** Whether the form was sent without a password that is long enough. */
  readonly isMissing: boolean;
  /** Words about the person, which make a password easy to guess. */
  readonly about: readonly string[];
  readonly autoFocus?: boolean;
};

const BEST: PasswordScore = 4;

/** A password that its owner chooses, with a meter of how hard it is to guess. Nothing is demanded of its characters. */
export function NewPasswordInput({ label, isMissing, about, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const score = useScore(useDeferredValue(typed), about.join(' '));
  return (
    <div className={css['field']}>
      <PasswordInput
        name="password"
        label={label}
        description={t('password.hint', PASSWORD_LENGTH)}
        autoComplete="new-password"
        maxLength={PASSWORD_LENGTH.most + 1}
        autoFocus={autoFocus}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isMissing && t('password.need', PASSWORD_LENGTH)}
      />
      {score !== undefined && (
        <>
          <meter
            className={css['meter']}
            min={0}
            max={BEST}
            low={2}
            high={3}
            optimum={BEST}
            value={score}
            aria-label={t('password.strength')}
          />
          <p className="quiet small" role="status">
            {t(isStrongEnough(score) ? 'password.strong' : 'password.weak')}
          </p>
        </>
      )}
    </div>
  );
}

/** How hard the password is to guess. Undefined until the first letter, and until the estimator is loaded. */
function useScore(typed: string, about: string): PasswordScore | undefined {
  const [estimate, setEstimate] = useState<(password: string, about: readonly string[]) => PasswordScore>();
  const hasTyped = typed !== '';

  useEffect(() => {
    if (!hasTyped) return;
    let wanted = true;
    import('#shared/protocol/passwordScore.ts').then(
      ({ passwordScore }) => {
        if (wanted) setEstimate(() => passwordScore);
      },
      // Without the estimator the server decides alone.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [hasTyped]);

  if (!hasTyped || estimate === undefined) return undefined;
  return typed.length < PASSWORD_LENGTH.least ? PASSWORD_SCORES[0] : estimate(typed, [about]);
}
