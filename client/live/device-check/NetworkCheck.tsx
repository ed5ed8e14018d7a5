import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningCheck } from './openCheck.ts';
import { CheckRow } from './CheckRow.tsx';
import { networkStatement, type sentOf } from './checkStatements.ts';
import type { MediaFinding } from './mediaFinding.ts';

const TONES = { good: 'good', fair: 'caution', poor: 'caution', blocked: 'bad', none: 'bad' } as const;

/** The result of a check, and which check it was. */
type Found = { readonly begin: () => RunningCheck; readonly finding: MediaFinding };

type Props = {
  /** Starts a check. Undefined until it is known what can be sent. */
  readonly begin: (() => RunningCheck) | undefined;
  readonly sent: ReturnType<typeof sentOf>;
};

/** Whether picture and sound reach the clinic and return, in words. */
export function NetworkCheck({ begin, sent }: Props) {
  const { t } = useTranslation('deviceCheck');
  const [found, setFound] = useState<Found>();
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    if (begin === undefined) return;
    let wanted = true;
    const check = begin();
    check.finding.then(
      (finding) => wanted && setFound({ begin, finding }),
      () => wanted && setFound({ begin, finding: 'blocked' }),
    );
    return () => {
      wanted = false;
      check.close();
    };
  }, [begin, attempt]);

  const again = () => {
    setFound(undefined);
    setAttempt(attempt + 1);
  };
  // A result with other devices does not apply to these.
  const finding = found?.begin === begin ? found?.finding : undefined;
  return (
    <CheckRow
      tone={finding === undefined ? 'off' : TONES[finding]}
      says={t(`network.${networkStatement(sent, finding)}`)}
    >
      {finding !== undefined && finding !== 'good' && (
        <div className="actions">
          <Button size="sm" variant="default" onClick={again}>
            {t('network.again')}
          </Button>
        </div>
      )}
    </CheckRow>
  );
}
