import type { Exported } from '#shared/domain/exports/exportFormats.ts';
import type { Role } from '#shared/domain/people.ts';
import { type FactTypeIn, rowsFor } from '#shared/protocol/factDraft.ts';
import type { Fact, FactOf, FactType } from '#shared/protocol/facts.ts';
import { reviewFacts } from '#shared/protocol/reviewFacts.ts';
import type { CodeId, CodingId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';

export type SecondCode = {
  readonly codeId: CodeId;
  readonly code: string;
  readonly heardAt: number;
  readonly candidates: readonly string[] | undefined;
  readonly mode: 'both' | 'unsure' | undefined;
  readonly undone: boolean;
};

/** A second coding of a window, made after the session. */
export type SecondCoding = {
  readonly codingId: CodingId;
  readonly windowId: WindowId;
  readonly coder: ParticipantId;
  readonly coderName: string;
  readonly source: 'recording' | 'imported';
  readonly independent: boolean;
  readonly finished: boolean;
  readonly codes: readonly SecondCode[];
};

/** These fields of a person's fact, with that person. */
type Entry<T extends FactType, K extends keyof FactOf<T>> = Readonly<Pick<FactOf<T>, K>> & {
  readonly by: ParticipantId;
};

type Utterance = Entry<'utterance.written', 'utteranceId' | 'heardAt' | 'speaker' | 'text' | 'codeId'>;
export type Comment = Entry<'comment.written', 'remarkId' | 'about' | 'text' | 'answers' | 'at'>;
export type Bookmark = Entry<'bookmark.set', 'remarkId' | 'about' | 'label'>;
export type FidelityRating = Entry<'fidelity.rated', 'checklistId' | 'items' | 'at'>;
type SpeechFound = Readonly<Pick<FactOf<'speech.found'>, 'partId' | 'model' | 'stretches'>>;

/** What happened to a session after it was closed, and what was found in its recording. */
export type ReviewState = {
  readonly people: Readonly<Record<ParticipantId, { readonly name: string; readonly role: Role }>>;
  /** Who was shown the codes after the end. */
  readonly openedBy: readonly ParticipantId[];
  readonly codings: readonly SecondCoding[];
  readonly utterances: readonly Utterance[];
  readonly comments: readonly Comment[];
  readonly bookmarks: readonly Bookmark[];
  /** The last rating of each checklist by each rater. */
  readonly fidelity: readonly FidelityRating[];
  readonly signedOff: { readonly by: ParticipantId; readonly at: number; readonly note: string } | undefined;
  /** The last withdrawal of a sign-off. */
  readonly withdrawn: { readonly by: ParticipantId; readonly at: number; readonly reason: string } | undefined;
  readonly speech: readonly SpeechFound[];
  readonly transcribed: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  readonly exports: readonly {
    readonly by: ParticipantId | 'server';
    readonly at: number;
    readonly format: Exported;
  }[];
};

export const NOT_REVIEWED: ReviewState = {
  people: {},
  openedBy: [],
  codings: [],
  utterances: [],
  comments: [],
  bookmarks: [],
  fidelity: [],
  signedOff: undefined,
  withdrawn: undefined,
  speech: [],
  transcribed: [],
  exports: [],
};

/** A fact about a review that changes no code. */
type ReviewFact = FactOf<Exclude<FactTypeIn<typeof reviewFacts>, 'code.corrected' | 'code.added'>>;

const TYPES: ReadonlySet<string> = new Set(Object.keys(rowsFor(reviewFacts, true)));

export function isReviewFact(fact: Fact): fact is ReviewFact {
  return TYPES.has(fact.type) && fact.type !== 'code.corrected' && fact.type !== 'code.added';
}

/** A session's review after one more fact about it. What concerns a code is `foldCode`'s. */
export function foldReview(state: ReviewState, fact: ReviewFact): ReviewState {
  if (fact.by === 'server') return foldFound(state, fact);
  const { by, at } = fact;
  switch (fact.type) {
    case 'reviewer.arrived':
      return { ...state, people: { ...state.people, [fact.participantId]: { name: fact.name, role: fact.role } } };
    case 'review.opened':
      return state.openedBy.includes(by) ? state : { ...state, openedBy: [...state.openedBy, by] };

    case 'second-coding.started': {
      const { codingId, windowId, coderName, source, independent } = fact;
      const coding = { codingId, windowId, coder: by, coderName, source, independent, finished: false, codes: [] };
      return { ...state, codings: [...state.codings, coding] };
    }
    case 'second-coding.coded': {
      const { codeId, code, heardAt, candidates, mode } = fact;
      const entry = { codeId, code, heardAt, candidates, mode, undone: false };
      return editCoding(state, fact.codingId, ({ codes }) => ({ codes: [...codes, entry] }));
    }
    case 'second-coding.undone':
      return editCoding(state, fact.codingId, ({ codes }) => ({
        codes: codes.map((entry) => (entry.codeId === fact.codeId ? { ...entry, undone: true } : entry)),
      }));
    case 'second-coding.finished':
      return editCoding(state, fact.codingId, () => ({ finished: true }));
    case 'second-coding.imported': {
      const { codingId, windowId, coderName, independent } = fact;
      const codes = fact.codes.map(({ candidates, mode, ...entry }) => ({ ...entry, candidates, mode }));
      const named = { codingId, windowId, coder: by, coderName, independent };
      return { ...state, codings: [...state.codings, { ...named, source: 'imported', finished: true, codes }] };
    }

    case 'utterance.written':
      return { ...state, utterances: withUtterance(state.utterances, { ...fact, by }) };
    case 'comment.written': {
      const { remarkId, about, text, answers } = fact;
      return { ...state, comments: [...state.comments, { remarkId, about, text, answers, by, at }] };
    }
    case 'bookmark.set': {
      const { remarkId, about, label } = fact;
      return { ...state, bookmarks: [...state.bookmarks, { remarkId, about, label, by }] };
    }
    case 'remark.removed':
      return {
        ...state,
        comments: state.comments.filter(({ remarkId }) => remarkId !== fact.remarkId),
        bookmarks: state.bookmarks.filter(({ remarkId }) => remarkId !== fact.remarkId),
      };

    case 'fidelity.rated': {
      const { checklistId, items } = fact;
      const others = state.fidelity.filter((one) => one.by !== by || one.checklistId !== checklistId);
      return { ...state, fidelity: [...others, { checklistId, by, items, at }] };
    }
    case 'session.signed-off':
      return { ...state, signedOff: { by, at, note: fact.note } };
    case 'sign-off.withdrawn':
      return { ...state, signedOff: undefined, withdrawn: { by, at, reason: fact.reason } };
    case 'session.exported':
      return { ...state, exports: [...state.exports, { by, at, format: fact.format }] };
    case 'speech.found':
    case 'speech.transcribed':
      return state; // nobody but the server finds speech
  }
}

function foldFound(state: ReviewState, fact: ReviewFact): ReviewState {
  switch (fact.type) {
    case 'speech.found': {
      const { partId, model, stretches } = fact;
      const others = state.speech.filter((one) => one.partId !== partId);
      return { ...state, speech: [...others, { partId, model, stretches }] };
    }
    case 'speech.transcribed':
      return { ...state, transcribed: [...state.transcribed, ...fact.lines] };
    case 'session.exported':
      return { ...state, exports: [...state.exports, { by: 'server', at: fact.at, format: fact.format }] };
    default:
      return state;
  }
}

function editCoding(
  state: ReviewState,
  codingId: CodingId,
  edit: (coding: SecondCoding) => Partial<SecondCoding>,
): ReviewState {
  const codings = state.codings.map((one) => (one.codingId === codingId ? { ...one, ...edit(one) } : one));
  return { ...state, codings };
}

/** The latest words replace the first. Empty words remove them. */
function withUtterance(utterances: readonly Utterance[], fact: FactOf<'utterance.written'> & { by: ParticipantId }) {
  const { utteranceId, heardAt, speaker, text, codeId, by } = fact;
  const others = utterances.filter((one) => one.utteranceId !== utteranceId);
  return text === '' ? others : [...others, { utteranceId, heardAt, speaker, text, codeId, by }];
}
