import { Popover } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findRule } from '#shared/domain/rules/findRule.ts';
import { type Confidence, isAssumedRule, isLocalRule } from '#shared/domain/rules/rule.ts';
import { AssumedSign } from './AssumedSign.tsx';
import { LocalRuleSign } from './LocalRuleSign.tsx';
import css from './Why.module.css';

type Props = {
  /** The id of its rule. A clinic's own goal has one that is not among the rules. */
  readonly rule: string;
  /** What is judged. Read by screen readers, because the sign is only beside it. */
  readonly about?: string | undefined;
  /** The figure and the goal: “9 of at least 10”. */
  readonly figures?: string | undefined;
  /** Set if the goal itself is the clinic's own, whatever the source of the rule. */
  readonly origin?: 'published' | 'local' | undefined;
};

/** A small question mark beside a threshold that opens its rule, source and figures. */
export function Why({ rule: id, about, figures, origin }: Props) {
  const { t } = useTranslation('why');
  const [isOpen, setOpen] = useState(false);
  const titleId = useId();
  const rule = findRule(id);
  const isLocal = origin === 'local' || rule === undefined || isLocalRule(rule);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={304}
      position="bottom"
      shadow="sm"
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button
          type="button"
          className={css['ask']}
          aria-label={about === undefined ? t('ask', { id }) : t('askAbout', { about })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconQuestionMark size={12} stroke={2.5} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={css['answer']} aria-labelledby={titleId} tabIndex={-1}>
        <p className={css['title']} id={titleId}>
          <span className={css['id']}>{id}</span>
          {isLocal ? <LocalRuleSign /> : null}
          {!isLocal && isAssumedRule(rule) ? <AssumedSign /> : null}
        </p>
        <p>{rule?.says ?? t('clinicGoal')}</p>
        {figures === undefined ? null : <p className="strong figures">{t('figures', { figures })}</p>}
        {rule !== undefined && rule.source !== '' ? (
          <p className="quiet">{t('source', { source: rule.source })}</p>
        ) : null}
        <p className="quiet">{t(confidenceWords(rule?.confidence, origin))}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function confidenceWords(confidence: Confidence | undefined, origin: Props['origin']) {
  if (confidence === undefined) return 'confidence.clinic';
  if (origin === 'local' && confidence !== 'ours') return 'confidence.changed';
  return `confidence.${confidence}` as const;
}
