import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { findParticipant, type SessionState, type VoiceSpell } from './sessionState.ts';

/** A voice spell ends with anything that closes the voice: a phase, a handover, a lost connection. */
export function trackVoices(before: SessionState, after: SessionState, fact: Fact): SessionState {
  if (before.participants === after.participants) return after;
  const isOver = ({ participantId, to }: VoiceSpell) =>
    to === undefined && (isOpening(fact, participantId) || findParticipant(after, participantId)?.voiceOpen !== true);
  const spells = after.voices.some(isOver)
    ? after.voices.map((spell) => (isOver(spell) ? { ...spell, to: endOf(spell, fact) } : spell))
    : after.voices;
  if (fact.type !== 'voice.opened') return spells === after.voices ? after : { ...after, voices: spells };
  const { participantId, track, hearers, at } = fact;
  if (findParticipant(after, participantId) === undefined) return { ...after, voices: spells };
  return { ...after, voices: [...spells, { participantId, track, hearers, from: at, to: undefined }] };
}

function isOpening(fact: Fact, participantId: ParticipantId): boolean {
  return fact.type === 'voice.opened' && fact.participantId === participantId;
}

/** If the server was down in between, a voice counts as open only until the last known moment. */
function endOf({ from }: VoiceSpell, fact: Fact): number {
  const knownAt = fact.type === 'participant.left' ? (fact.lastSeenAt ?? fact.at) : fact.at;
  return Math.max(from, Math.min(knownAt, fact.at));
}
