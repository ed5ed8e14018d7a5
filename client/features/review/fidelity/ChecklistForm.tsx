import { Button } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import {
  FIDELITY_MARKS,
  type FidelityChecklist,
  type FidelityItem,
  type FidelityMark,
} from '#shared/domain/supervision/fidelity.ts';
import type { FidelityRating } from '#shared/session/review/reviewState.ts';
import { personIn } from '#shared/session/review/personIn.ts';
import { useReview } from '../reviewContext.ts';
import { useEnter } from '../useEnter.ts';
import css from './Fidelity.module.css';
import { FidelityShare } from './FidelityShare.tsx';

type Marks = Readonly<Record<string, FidelityMark>>;

/** One's own marks of a checklist beside those of other raters. Saved all at once. */
export function ChecklistForm({ checklist }: { readonly checklist: FidelityChecklist }) {
  const { t } = useTranslation('fidelity');
  const { state, self } = useReview().review;
  const { enter, failure, busy } = useEnter();
  const ratings = state.review.fidelity.filter(({ checklistId }) => checklistId === checklist.checklistId);
  const own = ratings.find(({ by }) => by === self.participantId);
  const others = ratings.filter(({ by }) => by !== self.participantId);
  const [changed, setChanged] = useState<Marks>({});
  const marks: Marks = { ...marksOf(own), ...changed };
  const given = checklist.items.flatMap(({ itemId }) => marks[itemId] ?? []);
  const left = checklist.items.length - given.length;
  const isChanged = Object.keys(changed).length > 0;

  async function save(): Promise<void> {
    if (await enter({ type: 'fidelity.rate', checklistId: checklist.checklistId, marks })) setChanged({});
  }

  return (
    <form
      className={css['checklist']}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <h2>{checklist.title}</h2>
      <FidelityShare marks={given} />
      {others.map((rating) => (
        <OtherShare key={rating.by} rating={rating} />
      ))}
      <ol>
        {checklist.items.map((item) => (
          <ItemMarks
            key={item.itemId}
            item={item}
            mark={marks[item.itemId]}
            others={others}
            onMark={(mark) => setChanged({ ...changed, [item.itemId]: mark })}
          />
        ))}
      </ol>
      {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
      <div className={css['save']}>
        <Button type="submit" size="sm" disabled={busy || !isChanged}>
          {t('save')}
        </Button>
        <p role="status" className="quiet small">
          {left > 0 ? t('left', { count: left }) : ''} {isChanged ? t('changed') : own === undefined ? '' : t('saved')}
        </p>
      </div>
    </form>
  );
}

function marksOf(rating: FidelityRating | undefined): Marks {
  return Object.fromEntries((rating?.items ?? []).map(({ itemId, mark }) => [itemId, mark]));
}

function OtherShare({ rating }: { readonly rating: FidelityRating }) {
  const { state } = useReview().review;
  return (
    <FidelityShare
      by={personIn(state, rating.by).name}
      marks={rating.items.map(({ mark }) => mark)}
      isSelf={state.lead === rating.by}
    />
  );
}

type ItemMarksProps = {
  readonly item: FidelityItem;
  readonly mark: FidelityMark | undefined;
  readonly others: readonly FidelityRating[];
  readonly onMark: (mark: FidelityMark) => void;
};

function ItemMarks({ item, mark, others, onMark }: ItemMarksProps) {
  const { t } = useTranslation('fidelity');
  const { state } = useReview().review;
  const name = useId();
  return (
    <li>
      <fieldset className={css['item']}>
        <legend>{item.text}</legend>
        <div className={css['marks']}>
          {FIDELITY_MARKS.map((one) => (
            <label key={one} data-chosen={mark === one}>
              <input type="radio" name={name} checked={mark === one} onChange={() => onMark(one)} />
              {t(`mark.${one}`)}
            </label>
          ))}
        </div>
        {others.map(({ by, items }) => {
          const given = items.find(({ itemId }) => itemId === item.itemId)?.mark;
          if (given === undefined) return null;
          return (
            <p key={by} className={`small ${mark !== undefined && given !== mark ? 'caution' : 'quiet'}`}>
              {t('ofOther', { name: personIn(state, by).name, mark: t(`mark.${given}`) })}
            </p>
          );
        })}
      </fieldset>
    </li>
  );
}
