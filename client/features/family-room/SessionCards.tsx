import { useEffect, useState } from 'react';
import { call, problemOf } from '#client/api/http.ts';
import { FamilyCard } from '#client/family-card/FamilyCard.tsx';
import { loadWords } from '#client/i18n/i18n.ts';
import { FamilyCard as Card } from '#shared/protocol/http/diary.ts';
import css from './SessionCards.module.css';

/** The wait before each retry. The server may be slightly behind the end of the session. */
const WAITS_MS = [500, 2_000, 5_000, 15_000, 30_000] as const;

/** The take-home cards of this device's caregivers. Empty if there are none. */
export function SessionCards() {
  const [cards, setCards] = useState<readonly Card[]>([]);

  useEffect(() => {
    const leaving = new AbortController();
    void readCards(leaving.signal).then((read) => {
      if (!leaving.signal.aborted) setCards(read);
    });
    return () => leaving.abort();
  }, []);

  if (cards.length === 0) return null;
  return (
    <div className={css['cards']}>
      {cards.map((card) => (
        <FamilyCard key={card.caregiverName} card={card} />
      ))}
    </div>
  );
}

/** Asks until there are cards or the retries are used up. */
async function readCards(leaving: AbortSignal): Promise<readonly Card[]> {
  await loadWords('familyCard');
  for (const wait of [0, ...WAITS_MS]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (leaving.aborted) return [];
    try {
      const cards = await call('device-cards:read');
      if (cards.length > 0) return cards;
    } catch (error) {
      if (problemOf(error) === 'signed-out') return [];
    }
  }
  return [];
}
